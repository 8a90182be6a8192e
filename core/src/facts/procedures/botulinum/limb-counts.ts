import type { ProcedureNote, Sentence, Span } from '../../text/note.ts';
import { assertionOf } from '../../text/assertion.ts';
import type { NoteTools } from '../tools.ts';
import { ONE_TO_TEN } from '../../text/number-words.ts';

const NUMBERS: Readonly<Record<string, number>> = ONE_TO_TEN;
const NUMBER = '(one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})';
const LIMB = '(right|left|r|l) ?(arm|upper (?:extremity|limb)|ue|leg|lower (?:extremity|limb)|le)\\b';
const COUNT_FIRST = new RegExp(
  `\\b${NUMBER} (?:\\w+ ){0,2}?muscles? (?:of|in|on|to|at) (?:the |her |his )?${LIMB}`,
  'g',
);
const LIMB_FIRST = new RegExp(`\\b${LIMB}[^.;\\n\\d]{0,20}?\\b${NUMBER} (?:\\w+ )?muscles?\\b`, 'g');

/** `six muscles of the right arm`: numbers of muscles that the note counts itself, by limb. */
export function limbCounts(
  note: ProcedureNote,
  tools: NoteTools,
  sentences: readonly Sentence[],
): { readonly name: string; readonly count: number; readonly at: Span }[] {
  const found = new Map<string, { name: string; count: number; at: Span }>();
  for (const sentence of sentences) {
    const words = tools.says(sentence);
    for (const [pattern, number, side, limb] of [
      [COUNT_FIRST, 1, 2, 3],
      [LIMB_FIRST, 3, 1, 2],
    ] as const) {
      pattern.lastIndex = 0;
      for (let hit = pattern.exec(words); hit; hit = pattern.exec(words)) {
        const at = { start: sentence.start + hit.index, end: sentence.start + hit.index + hit[0].length };
        if (assertionOf(note, at.start, at.end) !== 'asserted') continue;
        const count = NUMBERS[hit[number]!] ?? Number(hit[number]);
        const name = `muscles.${hit[side]!.startsWith('r') ? 'right' : 'left'}-${/^(?:arm|upper|ue)/.test(hit[limb]!) ? 'arm' : 'leg'}`;
        if (count > 0 && !found.has(name)) found.set(name, { name, count, at });
      }
    }
  }
  return [...found.values()];
}
