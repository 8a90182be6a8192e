import { quoted, USUAL_STYLE, type WritingStyle } from '../document.ts';
import { segmentWords } from '../words/segment-words.ts';

/**
 * What another file says, if an element of an answer may hold it. A number too long or a mark that no message may hold would
 * have the answer refused in its turn, and a part of it, or another mark in its place, would name something else.
 */
export function repeatable(
  text: string,
  id: string,
  element: number,
  style: WritingStyle = USUAL_STYLE,
): string | undefined {
  const { type, min, max } = segmentWords(id)!.elements[element - 1]!;
  const said = text.trim();
  if (quoted(said, style) !== said || !CHARACTERS[type]?.test(said) || said.length > max) return undefined;
  if (said.length >= min) return said;
  // Blanks at the end of a text mean nothing, and may make it as long as it has to be.
  return type === 'AN' ? said.padEnd(min) : undefined;
}

const CHARACTERS: Readonly<Record<string, RegExp>> = { AN: /^[ -~]+$/, ID: /^[A-Z0-9]+$/, N: /^\d+$/ };
