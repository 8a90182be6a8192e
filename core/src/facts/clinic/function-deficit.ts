import type { Fact } from '../../model/fact.ts';
import { ASIDE_OR_PLAN, evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied } from './clause.ts';
import { isOurs } from './pain-words.ts';
import { Tally } from './tally.ts';

const ACTIVITY =
  '(?:adls?|activit(?:y|ies)|daily (?:living|life|function|routine)|function(?:al|ing)?(?: status| ability| capacity)?|walk(?:ing)?|ambulat\\w+|stand(?:ing)?|sit(?:ting)?|bend(?:ing)?|lift(?:ing)?|work(?:ing)?|job|occupation|house ?work|chores|household|exercis\\w+|dress(?:ing)?|bath(?:e|ing)|driv(?:e|ing)|climb\\w*|self-care|mobility|garden\\w*|shopping|cook(?:ing)?|turn(?:ing)? (?:his|her) head)';
const LIMITS = new RegExp(
  `\\b(?:(?:limit(?:s|ed|ing|ations?)|interfer(?:es?|ed|ing)(?: significantly)? with|affect(?:s|ed|ing)?|impair(?:s|ed|ing|ments?)?|impact(?:s|ed|ing)?(?: on)?|restrict(?:s|ed|ing|ions?)?|prevent(?:s|ed|ing)?|unable to|inability to|cannot|can't|difficult(?:y|ies)?(?: with| in)?|trouble|hard to|no longer able to|compromis(?:es|ed)|hinders?|decreased|reduced|diminished|loss of)\\b(?:[\\s,/]+(?!relief|tolerat|injection|lie|hold|but|interest|pleasure|seizure|vision)[\\w'-]+){0,7}?\\s+${ACTIVITY}|${ACTIVITY}\\s+(?:is|are|was|were|has been|have been)\\s+(?:\\w+\\s+){0,2}(?:limited|impaired|affected|restricted|difficult|compromised|decreased|reduced)|(?:walking|standing|sitting) tolerance|functional (?:limitations?|deficits?|impairments?|decline|disability)|(?:disabling|debilitating)\\b(?:\\s+[\\w-]+){0,4}?\\s+pain|can only (?:walk|stand|sit)|(?:can|able to) (?:only )?(?:walk|stand|sit)\\b[^.;]{0,24}?\\b(?:only|no more than|less than|before))\\b`,
  'g',
);
const CUE = new RegExp(`\\b(?:${ACTIVITY}|debilitating|disabling)\\b`, 'g');
const WELL =
  /\b(?:no (?:functional )?(?:limitations?|deficits?|impairments?|restrictions?)(?: (?:of|in|on|with) (?:function|activit\w+|adls?|daily))?|(?:does|do|did) not (?:limit|interfere with|affect|restrict|impair)\b[^.;]{0,50}?(?:activit\w+|function|adls?|work|walking)|(?:independent|able) (?:with|in|to perform) (?:all )?(?:of )?(?:his |her |the )?(?:adls?|activities of daily)|(?:he|she|patient|pt) functions (?:normally|well))\b/g;
const NAMED =
  /\b(?:functional (?:limit|deficit|impair|decline|disab)\w*|adls?|activities of daily|pain|ache|aching|symptoms?|sciatica|radicul\w+|claudication|discomfort|stiffness)\b/;
const LIFE = /\b(?:quality of life|sleep(?:ing)?|awakens?|wakes?)\b/g;
const LIFE_LIMIT =
  /\b(?:(?:impair|affect|impact|diminish|reduc|decreas|interfer|poor|disturb|disrupt|limit|significant(?:ly)? (?:impact|effect))\w*\b[^.;]{0,50}?\b(?:quality of life|sleep)|(?:quality of life|sleep)\b[^.;]{0,24}?\b(?:is|are|has been|was)? ?(?:impair|affect|poor|disturb|disrupt|limit|interrupt|reduc|diminish)\w*|(?:awakens?|wakes?|keeps?) (?:him|her|the patient|them)\b[^.;]{0,24}(?:at night|from sleep|awake|up)|difficulty sleeping|unable to sleep)\b/g;

/** Indices whose items ask what pain keeps from daily life; up to a fifth their authors call it minimal. */
const INDEX = /\b(?:odi|oswestry|ndi|neck disability index)\b[^.;\d]{0,40}?(\d{1,3}(?:\.\d)?)\s*(?:%|percent)/g;
const INDEX_CUE = /\b(?:odi|oswestry|ndi|neck disability)\b/g;
const MINIMAL = 20;

/** `pain.functional-deficit` and `pain.quality-of-life-impaired`. */
export function readFunctionDeficit(chart: Chart): Fact[] {
  const deficit = new Tally('pain.functional-deficit');
  const life = new Tally('pain.quality-of-life-impaired');
  for (const statement of statementsWith(chart, CUE, ASIDE_OR_PLAN)) {
    const { text } = statement;
    if (
      isAside(chart.note, statement.start, statement.end, text) ||
      /\b(?:goals?|improve (?:his|her|function)|increase (?:his|her )?(?:activit|function)|in order to|range of motion|rom)\b/.test(
        text,
      )
    )
      continue;
    // What limits must be the complaint: the section speaks of it.
    if (!NAMED.test(text) && !NAMED.test(chart.flat.slice(statement.section.start, statement.section.end))) continue;
    if (/^(?:exam|description|title|complications|anesthesia|guidance)$/.test(statement.section.role)) continue;
    for (const hit of matches(statement, WELL))
      deficit.say(false, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    for (const hit of matches(statement, LIMITS)) {
      const end = hit.index + hit[0].length;
      if (
        isDenied(text, hit.index) ||
        /\b(?:no|not|without)\b/.test(hit[0]) ||
        !isOurs(text, hit.index, end, chart.wanted)
      )
        continue;
      if (/\b(?:improved|resolved|returned|restored|better)\b/.test(text.slice(end, end + 30))) continue;
      deficit.say(true, evidenceOf(chart, statement, hit.index, end));
    }
  }
  for (const statement of statementsWith(chart, INDEX_CUE, ASIDE_OR_PLAN)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text) || /\b(?:goals?|target)\b/.test(text)) continue;
    for (const hit of matches(statement, INDEX)) {
      const score = Number(hit[1]);
      if (score <= MINIMAL || score > 100 || isDenied(text, hit.index)) continue;
      if (/\b(?:after|post|last|previous|from|by|improv\w+|decreas\w+|down|reduc\w+)\b/.test(hit[0])) continue;
      deficit.say(true, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  for (const statement of statementsWith(chart, LIFE, ASIDE_OR_PLAN)) {
    if (isAside(chart.note, statement.start, statement.end, statement.text)) continue;
    for (const hit of matches(statement, LIFE_LIMIT)) {
      if (!isDenied(statement.text, hit.index))
        life.say(true, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  return [...deficit.facts(), ...life.facts()];
}
