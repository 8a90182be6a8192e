/** Words and signs of a text, found once: parallel arrays, so that a long note stays cheap. */
export interface Tokens {
  /** Lower case. Numbers keep their decimals (`0.25`), every other sign stands alone. */
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of each word, see `shapeOf`. */
  readonly shapes: Uint16Array;
}

/** Tokens of a text that is already in lower case; offsets are those of the text. */
export function tokenize(lower: string): Tokens {
  const starts = new Int32Array(lower.length);
  const ends = new Int32Array(lower.length);
  const shapes = new Uint16Array(lower.length);
  let count = 0;
  for (let at = 0; at < lower.length;) {
    const code = lower.charCodeAt(at);
    const start = at++;
    if (isLetter(code)) while (isLetter(lower.charCodeAt(at))) at++;
    else if (isDigit(code)) {
      while (isDigit(lower.charCodeAt(at))) at++;
      if (lower.charCodeAt(at) === POINT && isDigit(lower.charCodeAt(at + 1))) at = endOfDigits(lower, at + 1);
    } else if (code === POINT && isDigit(lower.charCodeAt(at))) at = endOfDigits(lower, at);
    else if (isSpace(code)) continue;
    starts[count] = start;
    ends[count] = at;
    shapes[count++] = shapeOf(lower, start, at);
  }
  return { text: lower, count, starts, ends, shapes };
}

/** Words are cut out of the text only where one is looked at. */
export function wordAt({ text, starts, ends }: Tokens, index: number): string {
  return text.slice(starts[index], ends[index]);
}

/** How many shapes of words are told apart. */
export const SHAPES = 2 ** 14;

/**
 * First, third and last letter and the length of a word, as one number: few words of a text share it with the words of a
 * dictionary, and those that do not need not be looked up.
 */
export function shapeOf(text: string, start = 0, end = text.length): number {
  const length = end - start;
  const third = length > 2 ? text.charCodeAt(start + 2) : 0;
  const shape = text.charCodeAt(start) * 31 + third * 1117 + text.charCodeAt(end - 1) * 373 + length * 7;
  return shape & (SHAPES - 1);
}

const POINT = 46;

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** What a pattern calls white space. */
export function isSpace(code: number): boolean {
  if (code <= 160) return code === 32 || (code >= 9 && code <= 13) || code === 160;
  return /\s/.test(String.fromCharCode(code));
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
