import type { ProcedureNote, Sentence, Span } from '../../text/note.ts';
import { assertionOf } from '../../text/assertion.ts';
import type { NoteTools } from '../tools.ts';

const EMG = /\b(?:emg|electro-?myograph\w*|electromyographic)\b/g;
const STIMULATION =
  /\b(?:electrical|e|muscle|nerve|motor point) ?-?stim(?:ulation|ulator|ulated)?\b|\be-?stim\b|\bstimulator\b/g;
const USED =
  /\bguid\w*|\blocali\w*|\bused\b|\busing\b|\bunder\b|\bwith\b|\bconfirm\w*|\bidentif\w*|\bsignal|\bneedle|\bisolat\w*|\bvia\b|\bassist\w*/;
const OTHER =
  /\bnerve conduction|\bncs\b|\bncv\b|\bstud(?:y|ies)\b|\bshowed\b|\bfunctional electrical|\btens\b|\btherapy\b|\bspinal cord|\breport|\bfindings?\b/;

/** How muscles were found: by their electrical activity or by stimulating them; what was not used is not told. */
export function locatedBy(
  note: ProcedureNote,
  tools: NoteTools,
  sentences: readonly Sentence[],
): { readonly name: string; readonly at: Span }[] {
  const found: { name: string; at: Span }[] = [];
  for (const [name, pattern] of [
    ['guidance.electromyography', EMG],
    ['guidance.stimulation', STIMULATION],
  ] as const) {
    for (const sentence of sentences) {
      const words = tools.says(sentence);
      pattern.lastIndex = 0;
      const hit = pattern.exec(words);
      const short = sentence.section.role === 'title' || sentence.section.role === 'guidance';
      if (
        hit &&
        /^[\s:,-]*(?:(?:guidance|was|were|is)[\s:,-]+)*(?:not|none|no|deferred|n\/a)\b/.test(
          words.slice(hit.index + hit[0].length),
        )
      )
        continue;
      if (!hit || OTHER.test(words) || !(short || USED.test(words))) continue;
      const at = { start: sentence.start + hit.index, end: sentence.start + hit.index + hit[0].length };
      if (assertionOf(note, at.start, at.end) !== 'asserted') continue;
      found.push({ name, at });
      break;
    }
  }
  return found;
}
