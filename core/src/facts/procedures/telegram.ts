import { assertionOf } from '../text/assertion.ts';
import type { ProcedureNote, SectionRole, Sentence } from '../text/note.ts';

/** Words for how it was reached and with what: a title has them too, so they prove little. */
const HOW: readonly RegExp[] = [
  /\b(?:trans|uni|bi|para|extra)-?pedicular\b|\bapproach\b|\bintranasal|\bnostrils?\b|\bin-?plane\b|\bballoons?\b|\bbone tamps?\b|\baccess\b/,
  /\bpmma\b|\bcement\b|\bmethyl-?methacrylate|\bcotton\b|\bapplicators?\b|\bfilament\b/,
  /\bfluoro|\bc-?arm\b|\bultrasound\b|\bus[- ]guid|\bct[- ]guid|\bbi-?plan/,
  /\b(?:flank|buttock|abdominal wall|pocket)\b/,
];

/** Words that only follow from doing it: what came out, how much went in, how long it was heated. */
const OUTCOME: readonly RegExp[] = [
  /\bconcordan|\bdiscordan|\bno pain at\b|\bmanometr|\bpressures? (?:recorded|monitored|measured)|\bopening pressure/,
  /\bno (?:extravasation|leak|complications?|paresthesia|heme|blood|csf)\b|\bextravasation (?:none|nil)\b|\bwithout (?:difficulty|complications?|incident|extravasation)\b|\btolerated\b/,
  /\b(?:good|excellent|full|adequate|appropriate|concordant|paresthesia|pain)[ -](?:paresthesia |pain )?coverage\b|\bcoverage of\b/,
  /\bimpedances? (?:\w+ )?(?:ok|okay|normal|checked|good|intact|verified|within|wnl|tested)\b/,
  /\btwitch(?:es)?\b|\bltrs?\b|\bhorner|\btemp\w*(?: \w+){0,3} (?:rise|increase|up|change)\b|\bwarm(?:th|ing|er) (?:of|in)\b/,
  /\b(?:good|appropriate|adequate|excellent) (?:\w+ )?(?:spread|fill|flow)\b|\bneg(?:ative)? asp|\bhemostasis\b|\birrigated\b|\bleads? (?:secured|anchored|intact)\b|\bwound closed\b/,
  /\btips? (?:\w+ ){0,2}[tcl]-?\d/,
  /\bno (?:medication|drug|injectate|solution|injection)s?\b|\bneedles? (?:retained|inserted|removed|placed)\b/,
  /\b\d{2,3} ?(?:u|units)\b|\b\d+ (?:injection )?sites\b/,
  /\d ?(?:mg|ml|cc|%)(?![a-z])|\b(?:dex|dexamethasone|decadron|depo|depo-?medrol|kenalog|celestone|marcaine|bup\w*|lido\w*|ropi\w*) ?\d|\d ?(?:dex|dexamethasone|decadron|depo|depo-?medrol|kenalog|celestone|marcaine|bup\w*|lido\w*|ropi\w*)\b|\b\d{2,3} ?psi\b/,
  /\b(?:4[2-9]|[5-9]\d) ?(?:°|º|deg\w*)? ?c?\b[\s,/x×@-]{0,3}(?:\w+ ){0,2}?\d{1,3} ?(?:s\b|secs?\b|seconds?\b|min)/,
];

/** Roles whose words tell of the day; those under a heading for the name alone do not tell how it went. */
export const TELLS: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'header',
  'title',
  'description',
  'other',
  'findings',
  'injectate',
  'guidance',
]);
const LATER =
  /\b(?:plan(?:s|ned|ning)?|will|would|should|schedul\w+|order(?:s|ed)?|request\w*|approv\w+|denied|auth\w*|pending|consider|recommend\w*|candidate|offer\w*|prior|previous|history|(?:follow[- ]?up|f\/u)(?! (?:in|at|with|w\/|prn|as|\d))|s\/p|status post|ago|last (?:visit|year|month|week)|information|brochure|instructions?|if\b)/;
/** Characters up to which a note can be a telegram. */
export const LONGEST_TELEGRAM = 900;

/**
 * A whole procedure in a line or three (`T12 kyphoplasty, bipedicular, 5 cc cement, no extravasation`) was performed when two
 * kinds of signs stand together and one of them is an outcome, a dose or a setting; approach, material and imaging, all three, also do.
 */
export function toldInShort(note: ProcedureNote): boolean {
  if (note.text.length > LONGEST_TELEGRAM) return false;
  const hows = new Set<RegExp>();
  const outcomes = new Set<RegExp>();
  for (const sentence of note.sentences) {
    if (!speaks(note, sentence)) continue;
    const words = note.lower.slice(sentence.start, sentence.end);
    if (LATER.test(words)) continue;
    for (const sign of HOW) if (sign.test(words)) hows.add(sign);
    for (const sign of OUTCOME) if (sign.test(words)) outcomes.add(sign);
  }
  if (outcomes.size === 0) return hows.size >= 3;
  return outcomes.size + hows.size >= 2;
}

/** `no extravasation` is a sign; a sentence that is planned, past or somebody else's tells none. */
function speaks(note: ProcedureNote, sentence: Sentence): boolean {
  const { section } = sentence;
  if (!TELLS.has(section.role)) return false;
  const assertion = assertionOf(note, sentence.start, sentence.end);
  return assertion === 'asserted' || assertion === 'negated';
}
