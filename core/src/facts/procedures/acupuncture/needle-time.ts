import type { Sentence, Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';
import { allMatches } from '../../text/all-matches.ts';

export interface Minutes {
  readonly minutes: number;
  readonly at: readonly Span[];
  readonly derivation: string | undefined;
}

const MIN = "(?:minutes?|mins?\\b|min\\.|')";
const PERSONAL =
  '(?:personal|face[- ]?to[- ]?face|one[- ]on[- ]one|one[- ]to[- ]one|1[: -](?:on-)?1|1:1|f2f|ftf|direct (?:contact|patient)|hands[- ]on|contact|in[- ]room|of my (?:own )?time|with me (?:there|present|beside|in the room)|(?:provider|physician|practitioner|acupuncturist|i|me|myself) (?:was |remained |stayed )?(?:present |in the room )?with (?:the )?(?:patient|pt|him|her))';
const SAYS_PERSONAL = new RegExp(PERSONAL);
const NUMBER = '(\\d{1,3})';
const BEHIND = new RegExp(`${NUMBER} ?-?${MIN}[^.;\\n\\d]{0,40}?\\b${PERSONAL}`, 'g');
const AHEAD = new RegExp(`\\b${PERSONAL}\\b[^.;\\n\\d]{0,50}?[:=]?\\s*${NUMBER} ?${MIN}`, 'g');
/** `Second set with additional 15 minutes`, beside minutes in person: more of the same. */
const MORE = new RegExp(`\\b(?:additional|another|further|extra) ${NUMBER} ?-?${MIN}[^.;\\n]{0,30}`, 'g');
const CLOCK = new RegExp(
  `\\b(\\d{1,2}):(\\d{2}) ?(?:am|pm|a\\.m\\.|p\\.m\\.)? ?(?:-|to|until|through)+ ?(\\d{1,2}):(\\d{2})`,
  'g',
);
const WAITING = /\bretain\w*|\bretention|\bleft in|\bin place|\bin situ|\brest(?:ed|ing)?\b|\bunattended/;
const SET =
  /\b(?:set|unit|round|insertion|side|segment|phase)\b ?(?:#|no\.?|number)? ?(?:\d|one|two|three|four|first|second|third)?|\b(?:first|second|third|fourth|1st|2nd|3rd|4th|initial|additional|prone|supine|front|back)\b/;
const NUMBERED = /\b(first|second|third|fourth|1st|2nd|3rd|4th) (?:set|round|insertion)\b/;
const ALL = /\btotal\b|\bin all\b|\baltogether\b|\bsession\b|\boverall\b/;

/**
 * Personal one-to-one minutes of the whole session. Minutes in which the needles only stay in are not personal. Minutes
 * stated for each set of needles are added up; a total that is stated goes before the sum.
 */
export function personalMinutes(tools: NoteTools, sentences: readonly Sentence[]): Minutes | undefined {
  const told: { minutes: number; at: Span; set: boolean; all: boolean }[] = [];
  // `First set: …` holds for the minutes told up to `Second set: …`.
  let open = '';
  let counted = '';
  for (const sentence of sentences) {
    const words = tools.says(sentence);
    open = NUMBERED.exec(words)?.[1] ?? open;
    for (const pattern of [AHEAD, BEHIND]) {
      pattern.lastIndex = 0;
      for (let hit = pattern.exec(words); hit; hit = pattern.exec(words)) {
        const at = { start: sentence.start + hit.index, end: sentence.start + hit.index + hit[0].length };
        if (told.some((one) => one.at.start < at.end && at.start < one.at.end)) continue;
        if (WAITING.test(hit[0])) continue;
        const before = words.slice(Math.max(0, hit.index - 60), hit.index + hit[0].length);
        const own = open !== '' && open !== counted;
        if (own) counted = open;
        told.push({ minutes: Number(hit[1]), at, set: own || SET.test(before), all: ALL.test(before) });
      }
    }
    if (!SAYS_PERSONAL.test(words) || told.some((one) => one.at.start >= sentence.start)) continue;
    CLOCK.lastIndex = 0;
    for (let hit = CLOCK.exec(words); hit; hit = CLOCK.exec(words)) {
      const from = Number(hit[1]) * 60 + Number(hit[2]);
      const through = Number(hit[3]) * 60 + Number(hit[4]);
      const minutes = (through - from + 720) % 720;
      const at = { start: sentence.start + hit.index, end: sentence.start + hit.index + hit[0].length };
      if (minutes > 0 && minutes <= 180) told.push({ minutes, at, set: SET.test(words), all: false });
    }
  }
  if (told.length === 1 && !told[0]!.all) {
    const [base] = told;
    for (const sentence of sentences) {
      for (const hit of allMatches(tools.says(sentence), MORE)) {
        const at = { start: sentence.start + hit.index, end: sentence.start + hit.index + hit[0].length };
        if (base!.at.start < at.end && at.start < base!.at.end) continue;
        if (WAITING.test(hit[0]) || !tools.asserted(at)) continue;
        if (told.length === 1) told[0] = { ...base!, set: true };
        told.push({ minutes: Number(hit[1]), at, set: true, all: false });
      }
    }
  }
  const total = told.find((one) => one.all) ?? (told.length === 1 ? told[0] : undefined);
  if (total) return { minutes: total.minutes, at: [total.at], derivation: undefined };
  const sets = told.filter((one) => one.set);
  const used = sets.length > 1 ? sets : told;
  const [first] = used;
  if (!first) return undefined;
  // The same number told twice without a word for sets is one statement.
  if (sets.length <= 1)
    return used.every((one) => one.minutes === first.minutes)
      ? { minutes: first.minutes, at: [first.at], derivation: undefined }
      : undefined;
  const minutes = used.reduce((sum, one) => sum + one.minutes, 0);
  return {
    minutes,
    at: used.map((one) => one.at),
    derivation: `${used.map((one) => one.minutes).join(' + ')} = ${minutes} minutes`,
  };
}
