import { may, type ProcedureNote, type Sentence, type Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';

const CATHETER =
  /(?<!iv |i\.v\. |intravenous |venous |foley |urinary |peripheral |balloon )\bcatheter\b(?! (?:laboratory|lab\b|specimen))/;
const OUT =
  /\b(?:(?:nothing|no catheter) (?:was |were )?left in\b|catheter\b[^.]{0,60}\b(?:removed|withdrawn|pulled|(?:taken|drawn|slid|came) out)|(?:removed|withdrew|withdrawn)\b(?:(?!\bover\b|\bleaving\b|\baround\b|\boff\b)[^.]){0,40}\bcatheter)/;
const IN =
  /\bcatheter\b[^.]{0,160}\b(?:secured|taped|sutured|tunnel\w+|left in|remain\w*|dressed|connected|infusion|indwelling|bolus)|\bindwelling\b[^.]{0,30}catheter|\bcontinuous\b[^.]{0,30}\b(?:infusion|epidural)/;

/** The catheter went in; what became of it stands in another sentence. */
const PASSED =
  /\bcatheter\b[^.]{0,60}\b(?:passed|passes|threaded|advanced|introduced|inserted|placed|fed)\b|\b(?:passed|threaded|advanced|introduced|inserted|placed|fed)\b[^.]{0,60}\bcatheter\b/;
/** `An infusion of bupivacaine was begun at 5 mL an hour`, `it was fixed at the skin`: it stays. */
const STAYS =
  /\binfusion\b(?:[^.]|\.\d){0,100}\b(?:started|begun|began|commenced|initiated|running|(?:ml|cc)(?: ?\/ ?| per | an )h(?:r|our)?)\b|\b(?:started|begun|began|commenced|initiated)\b[^.]{0,40}\b(?:epidural|continuous) infusion|^\W*(?:it was (?:then )?)?(?:fixed|anchored|secured|taped|sutured)\b|\bpump\b(?:[^.]|\.\d){0,60}\d ?(?:ml|cc) ?(?:\/|per|an) ?h|\bcatheter\b[^.]{0,60}\b(?:fixed|anchored)\b|\bfollow\b[^.]{0,30}\bcatheter daily/;

/** A catheter of the epidural: left in, taken out the same session, or undefined when none is told (or its end is not). */
export function catheterIndwelling(
  note: ProcedureNote,
  tools: NoteTools,
  sentences: readonly Sentence[],
): { readonly value: boolean; readonly at: Span } | undefined {
  if (!may(note, CATHETER)) return undefined;
  for (const sentence of sentences) {
    const words = tools.says(sentence);
    const found = CATHETER.exec(words);
    if (!found || !tools.asserted({ start: sentence.start + found.index, end: sentence.start + found.index + 8 }))
      continue;
    if (OUT.test(words)) return { value: false, at: sentence };
    if (IN.test(words)) return { value: true, at: sentence };
  }
  const asserted = (sentence: Sentence, pattern: RegExp) => {
    const found = pattern.exec(tools.says(sentence));
    if (!found) return false;
    const start = sentence.start + found.index;
    return tools.asserted({ start, end: start + found[0].length });
  };
  const passed = sentences.findIndex((sentence) => asserted(sentence, PASSED) && tools.tells(sentence, CATHETER));
  const at = passed < 0 ? undefined : sentences.slice(passed).find((sentence) => asserted(sentence, STAYS));
  return at && { value: true, at };
}
