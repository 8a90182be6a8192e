import type { Sentence } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';

/** True when the sentence says the words, and says that they are so. */
export function tellsOf(tools: NoteTools, sentence: Sentence, words: RegExp): boolean {
  const found = words.exec(tools.says(sentence));
  if (!found) return false;
  const start = sentence.start + found.index;
  return tools.asserted({ start, end: start + found[0].length });
}
