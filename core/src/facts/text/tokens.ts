/** Words and signs of a text, found once: parallel arrays, so that a long note stays cheap. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Lower case. Numbers keep their decimals (`0.25`), every other sign stands alone. */
  readonly words: readonly string[];
}

const TOKEN = /[a-z\u00c0-\u024f]+|\d+(?:\.\d+)?|\.\d+|[^\sa-z\d\u00c0-\u024f]/g;

/** Tokens of a text that is already in lower case; offsets are those of the text. */
export function tokenize(lower: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const words: string[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(lower); found; found = TOKEN.exec(lower)) {
    starts.push(found.index);
    ends.push(found.index + found[0].length);
    words.push(found[0]);
  }
  return { count: words.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends), words };
}

/** Index of the first token that starts at or after an offset. */
export function tokenIndexAt(tokens: Tokens, offset: number): number {
  let [low, high] = [0, tokens.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lower case of exactly the same length: a few letters (such as the dotted capital I) would grow and are kept. */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (let index = 0; index < text.length; index++) {
    const one = text.charAt(index);
    const small = one.toLowerCase();
    out += small.length === 1 ? small : one;
  }
  return out;
}
