import { assertionOf } from '../../text/assertion.ts';
import type { ProcedureNote, SectionRole } from '../../text/note.ts';

/** Kinds of things that only the telling of a procedure has together: how it was readied, what with, what went in, how it ended. */
const READIED = [
  /\bprone\b|\bsupine\b|\bdecub(?:itus)?\b|\bon (?:his|her|their) (?:stomach|belly|side)\b|\b(?:belly|face) down\b|\bsat (?:up|on)\b/,
  /\bprep(?:ped)?\b|\bdraped?\b|\bchlor\w{2,}|\bbetadine\b|\bpovidone\b|\biodine\b|\bchg\b|\bsterile\b/,
  /\bconsent\w*\b|\btime-?\s?out\b|\br\/b\/a\b|\buniversal protocol\b|\bic\/to\b/,
  /\bground(?:ing|ed)?(?: pad)?\b|\bpad (?:on |to )?(?:the )?(?:left|right|l|r) (?:thigh|calf|leg|flank|buttock|arm)\b/,
];
const WITH = [
  /\b\d\d[\s-]?(?:g|ga|gauge)\b|\bgauge \d\d\b/,
  /\bneedles?\b|\btuohy\b|\bcannulae?s?\b|\belectrodes?\b|\bprobes?\b|\bintroducers?\b|\bcatheter\b/,
  /\bc-?arm\b|\bfluoro\w*\b|\bx-?ray\b|\bultrasound\b|\b(?:lateral|ap|oblique)(?: \w+)? (?:view|image|check|picture)/,
];
const WENT_IN = [
  /\d\s?(?:mg|ml|cc)\b|\b(?:one|two|three|half a|ten|twenty) (?:cc|ml|milliliters?|mg)\b|\bgave \w+ of (?:dex|depo|kenalog|triam|methyl|celes|beta)/,
  /\b(?:4[2-9]|[5-9]\d) ?(?:°|º|deg\w*)? ?c?\b[\s,/x×@-]{0,3}(?:\w+ ){0,2}?\d{1,3} ?(?:s\b|secs?\b|seconds?\b|min)|\bheated to \d\d\b/,
  /\b\d+(?:\.\d+)? ?v(?:olts?)?\b|\b(?:2|50) ?hz\b|\bmotor (?:neg|clean|test)/,
  /\b(?:omnipaque|isovue|omni|iohexol|iopamidol|contrast|dye)\b/,
  /\baspirat\w*\b|\basp\b|\bloss of resistance\b|\blor\b/,
];
const ENDED = [
  /\btol(?:erated)?\b|\bcomplications?\b|\bcomps?\b|\bno cx\b|\bebl\b|\bblood loss\b|\badverse event\b/,
  /\bdischarged?\b|\bd\/c\b|\b(?:went|goes|go|sent) home\b|\bhome w(?:ith|\/)|\brecovery\b|\bafter (?:\d+|twenty|thirty|ten) min|\bat (?:\d+|twenty) min/,
  /\b(?:pain|nrs|vas|score)\b[^.;]{0,40}\b\d+\b[^.;]{0,20}\b\d+\b|\bneedles? (?:came )?out\b|\bband-?aid|\bdressing\b/,
];

/** Roles in which only other days are told, or nothing is. */
const ELSEWHERE: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'history',
  'past-history',
  'indications',
  'imaging',
  'exam',
  'medications',
  'plan',
]);
/** Of so many kinds that one cannot have them all without having done it. */
const ENOUGH = 7;

/** True where the note has so many kinds of signs, of each stage at least one, that it can only be the telling of a procedure. */
export function showsDoing(note: ProcedureNote): boolean {
  const seen = [READIED, WITH, WENT_IN, ENDED].map((signs) => signs.filter((sign) => told(note, sign)).length);
  return seen.every((count) => count > 0) && seen.reduce((sum, count) => sum + count, 0) >= ENOUGH;
}

/** `Post-procedure: Band-aid.`: of all that comes after, how the patient was when it was over. */
const AFTERWARDS = /^\W*post[ -]?(?:procedur(?:e|al)|op(?:erative)?|injection)\b/i;

function told(note: ProcedureNote, sign: RegExp): boolean {
  return note.sentences.some((sentence) => {
    if (
      ELSEWHERE.has(sentence.section.role) &&
      !(ENDED.includes(sign) && AFTERWARDS.test(sentence.section.heading ?? ''))
    )
      return false;
    const found = sign.exec(note.lower.slice(sentence.start, sentence.end));
    // `Consent / timeout: yes`: of a form the label is the sign.
    if (!found) return sign.test(sentence.section.heading?.toLowerCase() ?? '');
    const start = sentence.start + found.index;
    const stands = assertionOf(note, start, start + found[0].length);
    return stands === 'asserted' || stands === 'negated';
  });
}
