import type { Sentence, Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';

const CATHETER =
  /(?<!iv |i\.v\. |intravenous |venous |foley |urinary |peripheral |balloon )\bcatheter\b(?! (?:laboratory|lab\b|specimen))/;
const OUT =
  /\b(?:catheter\b[^.]{0,60}\b(?:removed|withdrawn|pulled|taken out)|(?:removed|withdrew|withdrawn)\b(?:(?!\bover\b|\bleaving\b|\baround\b|\boff\b)[^.]){0,40}\bcatheter)/;
const IN =
  /\bcatheter\b[^.]{0,80}\b(?:secured|taped|sutured|tunnel\w+|left in|remain\w*|dressed|connected|infusion|indwelling|bolus)|\bindwelling\b[^.]{0,30}catheter|\bcontinuous\b[^.]{0,30}\b(?:infusion|epidural)/;

/** A catheter of the epidural: left in, taken out the same session, or undefined when none is told (or its end is not). */
export function catheterIndwelling(
  tools: NoteTools,
  sentences: readonly Sentence[],
): { readonly value: boolean; readonly at: Span } | undefined {
  for (const sentence of sentences) {
    const words = tools.says(sentence);
    const found = CATHETER.exec(words);
    if (!found || !tools.asserted({ start: sentence.start + found.index, end: sentence.start + found.index + 8 }))
      continue;
    if (OUT.test(words)) return { value: false, at: sentence };
    if (IN.test(words)) return { value: true, at: sentence };
  }
  return undefined;
}
