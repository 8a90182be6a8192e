import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, mentions, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied } from './clause.ts';
import { isOurs } from './pain-words.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'medications',
  'allergies',
  'plan',
  'description',
]);
const ZOSTER = /\b(?:zoster|shingles)\b/g;
const DESPITE =
  /\b(?:(?:despite|in spite of|not (?:controlled|relieved|responding|responsive|responded)|refractory|inadequate(?:ly)?|persist\w+|fail\w*|no (?:relief|improvement|response)|insufficient|without (?:relief|improvement))\b[^.;]{0,80}\b(?:antivirals?|valacyclovir|acyclovir|famciclovir|gabapentin|pregabalin|opioids?|medications?|medical|conservative|analgesics?|treatment|therapy|lidocaine patch\w*|nsaids?)|refractory (?:\w+ ){0,2}?(?:zoster|pain))\b/g;
const CURED =
  /\b(?:responded (?:well )?to|controlled (?:with|by|on)|relieved (?:with|by))\b[^.;]{0,40}\b(?:antivirals?|valacyclovir|acyclovir|famciclovir|gabapentin|pregabalin|medications?)\b/g;
const UNTREATED =
  /\b(?:untreated|not (?:yet )?(?:been )?(?:treated|addressed)|never (?:been )?treated) (?:\w+ ){0,2}?(?:radiculopath\w+|radicular|neurogenic claudication|sciatica)|\b(?:radiculopath\w+|radicular (?:pain|symptoms)|neurogenic claudication|sciatica)\b[^.;]{0,30}\b(?:untreated|not (?:yet )?(?:been )?treated|never (?:been )?treated|has not been (?:treated|addressed))\b/g;
const TREATED =
  /\b(?:radiculopath\w+|radicular (?:pain|symptoms|leg pain|arm pain)|leg pain|arm pain|neurogenic claudication|sciatica)\b[^.;]{0,40}\b(?:(?:has |have |was |were |is )?(?:resolved|(?:successfully |adequately |well |already |previously )treated|well controlled|improved) (?:with|by|after|following)|(?:resolved|gone) (?:since|with|after|following))\b/g;
const NONE =
  /\b(?:no|denies|without|negative for|absence of|free of) (?:(?:any|current|leg|arm|evidence of|signs? of|symptoms? of|clinical|significant|untreated|lumbar|cervical|history of|myelopathy (?:or|and)|claudication (?:or|and)) ?){0,4}(?:radiculopath\w+|radicular (?:\w+ )?(?:pain|symptoms?|complaints?|features?|signs?)|radiating (?:leg|arm) pain|radiation (?:to|into|down))\b/g;
const DISABILITY =
  /\b(?:(?:unable|inability|cannot|could not|can't|not able) (?:to )?(?:work|return to work|perform (?:his|her|their) (?:job|work|duties))|(?:out of|off|missed|missing|lost|leave from) work\b|(?:on )?(?:work )?disability(?: leave| benefits)?\b(?! (?:index|score|scale|questionnaire))|light duty|work restrictions?|vocational (?:disability|impairment|limitation)|(?:significant|severe|marked|major) (?:functional|vocational) (?:disability|impairment|limitations?|decline)|functional disability|(?:bed|house|home|wheelchair)[- ]?bound|(?:needs|requires) (?:help|assistance) (?:with|for) (?:dressing|bathing|adls?|self-care|activities))\b/g;

/** `indication.zoster-refractory`: zoster pain in spite of treatment. */
export function readZosterCourse(chart: Chart): Fact[] {
  if (!mentions(chart, 'zoster', 'shingles')) return [];
  const tally = new Tally('indication.zoster-refractory');
  const sections = new Set(statementsWith(chart, ZOSTER, SKIP).map((one) => one.section));
  const say = (pattern: RegExp, value: boolean) => {
    for (const statement of statementsWith(chart, pattern, SKIP)) {
      if (!sections.has(statement.section) || isAside(chart.note, statement.start, statement.end, statement.text))
        continue;
      for (const hit of matches(statement, pattern))
        tally.say(value, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  };
  say(DESPITE, true);
  if (tally.isSilent) say(CURED, false);
  return tally.facts();
}

/** `pain.radiculopathy-untreated`. */
export function readUntreatedRadiculopathy(chart: Chart): Fact[] {
  if (!mentions(chart, 'radicul', 'claudication', 'sciatica', 'leg pain', 'arm pain', 'radiat')) return [];
  const tally = new Tally('pain.radiculopathy-untreated');
  const say = (pattern: RegExp, value: boolean, denied: boolean) => {
    for (const statement of statementsWith(chart, pattern, SKIP)) {
      const { text } = statement;
      if (isAside(chart.note, statement.start, statement.end, text)) continue;
      for (const hit of matches(statement, pattern)) {
        const end = hit.index + hit[0].length;
        if ((denied && isDenied(text, hit.index, 24)) || !isOurs(text, hit.index, end, chart.wanted)) continue;
        tally.say(value, evidenceOf(chart, statement, hit.index, end));
      }
    }
  };
  say(UNTREATED, true, true);
  say(TREATED, false, true);
  // A code's words (`without myelopathy or radiculopathy`) are no examination, but a denial all the same.
  if (tally.isSilent) say(NONE, false, false);
  return tally.facts();
}

/** `course.functional-disability`: at work and at home. */
export function readDisability(chart: Chart): Fact[] {
  if (!mentions(chart, 'work', 'disab', 'duty', 'vocation', 'functional', 'bound', 'assistance', 'help')) return [];
  const tally = new Tally('course.functional-disability');
  for (const statement of statementsWith(chart, DISABILITY, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, DISABILITY)) {
      const end = hit.index + hit[0].length;
      if (!isOurs(text, hit.index, end, chart.wanted)) continue;
      // `cannot work` holds its own denial; only one before it takes it back.
      tally.say(!isDenied(text, hit.index, 40), evidenceOf(chart, statement, hit.index, end));
    }
  }
  return tally.facts();
}
