import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, mentions, statementsWith, type Chart } from './chart.ts';
import { belongs } from './body-part.ts';
import { isAside, isDenied } from './clause.ts';
import { durationsIn } from './duration-words.ts';
import { fact, Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'medications',
  'allergies',
]);
const INJECTION = '(?:injections?|epidurals?|esis?|tfesis?|blocks?|epidural steroid injections?|shots)';
const SERIES = new RegExp(
  `\\b(?:(?:planned |scheduled |a |the )?series of (?:up to )?(?:(?:three|two|four|3|2|4)\\s+(?:\\w+\\s+){0,4}?${INJECTION}|(?:\\w+\\s+){0,3}?(?:epidurals?|esis?|tfesis?|epidural steroid injections?))|series of (?:three|two|3|2)\\b|(?<=\\b(?:no|not a|without a) )(?:planned )?series of injections|(?:first|second|third|1st|2nd|3rd|#\\s?[123]|no\\.? ?[123]|number (?:one|two|three|[123])) (?:\\w+ ){0,4}?(?:in|of) (?:a|the|her|his|this) (?:planned )?series|(?:#\\s?|number |no\\. ?)?[123] (?:of|out of) (?:a (?:planned )?series of )?3\\b(?= (?:\\w+ ){0,3}?${INJECTION}))`,
  'g',
);
const DONE =
  /\b(?:had|has had|received|underwent|undergone|completed|previous(?:ly)?|prior|past|ago|in (?:19|20)\d\d|history of|s\/p|status post|last year)\b/;

const PCP =
  '(?:pcp|primary care (?:physician|provider|doctor)?|primary (?:physician|provider)|family (?:physician|doctor|practitioner))';
const RECEIVING = new RegExp(
  `\\b(?:has been|have been|been) (?:receiving|getting|having|treated with|undergoing|managed with)\\s+(?:\\w+\\s+){0,4}?${INJECTION}\\b[^.;]{0,30}?\\b(?:for|over)\\s+`,
);
const PCP_CUE = new RegExp(`\\b${PCP}\\b`, 'g');
const BEEN = /\b(?:has|have) been (?:receiving|getting|having|treated|undergoing|managed)\b/g;
const NOTIFIED = new RegExp(
  `\\b(?:(?:copy|letter|report|note|summary|communication|results?)\\b[^.;]{0,40}\\b(?:was |were |has been |is being )?(?:sent|forwarded|faxed|routed|cc'?e?d|provided|mailed) to[^.;]{0,30}\\b${PCP}|(?:sent|forwarded|faxed|routed|cc'?e?d|mailed)[^.;]{0,40}\\bto[^.;]{0,30}\\b${PCP}|${PCP}\\b[^.;]{0,30}\\b(?:was|has been|is) (?:\\w+ )?(?:notified|informed|made aware|contacted|updated|advised|aware)|(?:notified|informed|contacted|updated|discussed with|communicated with|spoke with)[^.;]{0,30}\\b${PCP}|cc:[^.;]{0,30}\\b${PCP})\\b`,
  'g',
);
const RISK =
  /\b(?:poor surgical (?:candidate|risk)|not (?:a |an )?(?:good |ideal |suitable )?(?:surgical candidate|candidate for (?:\w+ )?surgery)|(?:high|prohibitive) surgical risk|(?:too|very) high[- ]risk for surgery|non-?surgical candidate|inoperable|surgery is contraindicated)\b/g;
const DECLINES =
  /\b(?:(?:declin\w+|refus\w+|does not (?:want|wish|desire)(?: to (?:have|undergo|pursue))?|not interested in|wish(?:es|ed)? to avoid|wants? to avoid|would like to avoid|prefers? to avoid|hop(?:es|ing) to avoid|trying to avoid|reluctant to (?:have|undergo|consider)|not (?:ready|willing) (?:for|to (?:have|undergo|consider)))\s+(?:\w+\s+){0,3}?(?:surger(?:y|ies)|surgical|operation|fusion)\w*)\b/g;
const RECURS =
  /\b(?:recurr?(?:ed|ence|ent|ing)|return(?:ed|ing)? of|return of) (?:of )?(?:(?:his|her|the|same|similar|low|lower|back|neck|leg|arm|left|right|lumbar|cervical|axial|radicular|radiating|facet|spine|usual|previous|severe|moderate) ){0,5}?(?:pain|symptoms|radicul\w+)|(?:pain|symptoms) (?:has |have |had )?(?:since |now |gradually |slowly )*(?:recurred|returned|come back|came back)\b/g;
const CHANGED =
  /\b(?:(?:different|alternat(?:e|ive)|another) (?:approach|level|technique|steroid|medication|route|agent)|(?:chang(?:e|ed|ing)|switch(?:ed|ing)?) (?:the )?(?:approach|level|technique|steroid|medication|route|agent|to (?:an? |the )?(?:transforaminal|interlaminar|caudal|different|dexamethasone|triamcinolone|methylprednisolone|betamethasone))|instead of (?:the |an? )?(?:previous|prior|earlier)?\s*(?:interlaminar|caudal|transforaminal))\b/g;
const OURS = /\b(?:injections?|esis?|tfesis?|epidurals?|blocks?|mbbs?|rfas?|ablations?|procedures?)\b/;
const RATIONALE =
  /\b(?:(?:repeat|repeated|repeating|another (?=\w* ?(?:injection|esi|epidural|block|procedure|ablation))|second (?=\w* ?(?:injection|esi|epidural|block))|further (?=injection))[^.;]{0,70}\b(?:because|due to|(?<!be |was |were |is )given|since|in view of|as the (?:patient|pain|symptoms|relief)|in light of|for recurren\w+|owing to)\b|(?:rationale|reason) for (?:repeat\w*|the repeat|another|a second))/g;
const SERIES_CUE = /\b(?:series|[123] of 3|of 3)\b/g;
const RISK_CUE = /\b(?:surgical|surgery|inoperable)\b/g;
const SURGERY_CUE = /\b(?:surgical|surgery|surgeries|operation|fusion)\b/g;
const CHANGE_CUE = /\b(?:different|alternat(?:e|ive)|another|chang(?:e|ed|ing)|switch\w*|instead)\b/g;
const REPEAT_CUE = /\b(?:repeat\w*|another|second|further|rationale|reason)\b/g;
const RETURN_CUE = /\b(?:recur\w*|return\w*|c[ao]me back)\b/g;

/** `series.planned`, `course.*` and `repeat.*`: how this procedure stands among the others. */
export function readCourse(chart: Chart): Fact[] {
  const pcp = new Tally('course.pcp-notified');
  const reason = new Tally('course.continuation-reason');
  const changed = new Tally('repeat.technique-changed');
  const rationale = new Tally('repeat.rationale-documented');
  for (const statement of mentions(chart, 'pcp', 'primary', 'family p') ? statementsWith(chart, PCP_CUE, SKIP) : []) {
    for (const hit of matches(statement, NOTIFIED)) {
      if (
        /\b(?:will|would|to be|should|shall|plan to)\b[^.;]{0,40}$/.test(statement.text.slice(0, hit.index)) ||
        /\b(?:will be|to be|not)\b/.test(hit[0]) ||
        isDenied(statement.text, hit.index, 30)
      )
        continue;
      pcp.say(true, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  const each = (
    stems: readonly string[],
    cue: RegExp,
    pattern: RegExp,
    say: (quote: ReturnType<typeof evidenceOf>, text: string) => void,
  ) => {
    if (!mentions(chart, ...stems)) return;
    for (const statement of statementsWith(chart, cue, SKIP)) {
      if (isAside(chart.note, statement.start, statement.end, statement.text)) continue;
      for (const hit of matches(statement, pattern))
        say(evidenceOf(chart, statement, hit.index, hit.index + hit[0].length), statement.text);
    }
  };
  each(['surg', 'inoperable'], RISK_CUE, RISK, (quote) => reason.say('poor-surgical-risk', quote));
  if (reason.isSilent)
    each(['surg', 'operation', 'fusion'], SURGERY_CUE, DECLINES, (quote) => reason.say('declines-surgery', quote));
  each(['different', 'alternat', 'another', 'chang', 'switch', 'instead'], CHANGE_CUE, CHANGED, (quote, text) => {
    if (OURS.test(text)) changed.say(true, quote);
  });
  each(['repeat', 'another', 'second', 'further', 'rationale', 'reason'], REPEAT_CUE, RATIONALE, (quote, text) => {
    if (OURS.test(text)) rationale.say(true, quote);
  });
  const recurrence = new Tally('repeat.pain-returned');
  each(['recur', 'return', 'me back'], RETURN_CUE, RECURS, (quote, text) => {
    if (
      belongs(quote.quote.toLowerCase(), chart.wanted) &&
      !/\b(?:chest|heart|abdom\w*|tumou?r|cancer|infection|urinary|if|returns? (?:to|for)|(?:return|will return) if)\b/.test(
        text,
      )
    )
      recurrence.say(true, quote);
  });
  return [
    ...series(chart),
    ...beyond(chart),
    ...pcp.facts(),
    ...reason.facts(),
    ...changed.facts(),
    ...rationale.facts(),
    ...recurrence.facts(),
  ];
}

function series(chart: Chart): Fact[] {
  const tally = new Tally('series.planned');
  if (!mentions(chart, 'series', 'of 3')) return [];
  for (const statement of statementsWith(chart, SERIES_CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, SERIES)) {
      const end = hit.index + hit[0].length;
      const denied = isDenied(text, hit.index, 40) || /\b(?:no|not)\s+(?:\w+\s+){0,4}$/.test(text.slice(0, hit.index));
      if (
        !denied &&
        /\bseries of\b/.test(hit[0]) &&
        DONE.test(text.slice(0, hit.index)) &&
        !/\b(?:this|today|second|third)\b/.test(text.slice(0, hit.index))
      )
        continue;
      if (/\b(?:films?|x-?rays?|images?|views?|radiographs?|events|tests?)\b/.test(text.slice(hit.index, end + 20)))
        continue;
      tally.say(!denied, evidenceOf(chart, statement, denied ? Math.max(0, hit.index - 16) : hit.index, end));
    }
  }
  return tally.facts();
}

/** `has been receiving injections for two years`. */
function beyond(chart: Chart): Fact[] {
  if (!mentions(chart, 've been ', 'as been ')) return [];
  for (const statement of statementsWith(chart, BEEN, SKIP)) {
    const { text } = statement;
    const hit = RECEIVING.exec(text);
    if (!hit) continue;
    const from = hit.index + hit[0].length;
    const duration = durationsIn(text).find((one) => one.start >= from - 12 && one.start < from + 24);
    if (duration?.days !== undefined)
      return [
        fact('course.beyond-12-months', duration.days > 365, evidenceOf(chart, statement, hit.index, duration.end)),
      ];
  }
  return [];
}
