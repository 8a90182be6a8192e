import { TextIndex } from './text-index.ts';
import { lowerSameLength } from './tokens.ts';

/** A text in the reader's own writing, and where each of its characters stands in the text as given. */
export interface Rewritten {
  readonly text: string;
  /** Offset in the text as given. The last character of a written word stands for the end of the given one. */
  readonly given: (offset: number) => number;
}

/** A stretch of a text and what is read in its place. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** The text with its readings, which stand in order and do not overlap. */
export function rewrite(text: string, readings: readonly Reading[]): Rewritten {
  if (readings.length === 0) return { text, given: (offset) => offset };
  const starts: number[] = [];
  let out = '';
  let from = 0;
  for (const { start, end, words } of readings) {
    out += text.slice(from, start);
    starts.push(out.length);
    out += words;
    from = end;
  }
  out += text.slice(from);
  const given = (offset: number): number => {
    const index = last(starts, offset);
    if (index < 0) return offset;
    const { start, end, words } = readings[index]!;
    const inside = offset - starts[index]!;
    if (inside >= words.length) return end + inside - words.length;
    return inside === words.length - 1 ? end - 1 : Math.min(start + inside, end - 1);
  };
  return { text: out, given };
}

/** What is read otherwise than it is written; `index` is that of the text. */
export type Way = (text: string, index: TextIndex) => readonly Reading[];

/** One way of reading after another, each in the text that the one before it left. */
export function rewriteAll(text: string, ways: readonly Way[]): Rewritten & { readonly index: TextIndex } {
  let last: Rewritten = { text, given: (offset) => offset };
  let index = new TextIndex(lowerSameLength(text));
  for (const way of ways) {
    const readings = way(last.text, index);
    if (readings.length === 0) continue;
    const before = last;
    const next = rewrite(before.text, readings);
    last = { text: next.text, given: (offset) => before.given(next.given(offset)) };
    index = new TextIndex(lowerSameLength(last.text));
  }
  return { ...last, index };
}

/** Index of the last start at or before an offset; -1 when there is none. */
function last(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
