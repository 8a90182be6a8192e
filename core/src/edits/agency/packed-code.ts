/**
 * Codes as numbers, in the order of their text: a lookup then compares numbers, and nothing on the hot path hashes
 * or compares strings. A five-character procedure code is a number below 36^5 (the `codeKey` of the edits).
 */

const VALUE = new Int8Array(128).fill(-1);
for (let digit = 0; digit < 10; digit++) VALUE[48 + digit] = digit;
for (let letter = 0; letter < 26; letter++) {
  VALUE[65 + letter] = 10 + letter;
  VALUE[97 + letter] = 10 + letter;
}

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Five characters `0-9A-Z` (either case) as a number below 36^5, or -1 when the text is no such code. */
export function packCode(code: string): number {
  if (code.length !== 5) return -1;
  let packed = 0;
  for (let at = 0; at < 5; at++) {
    const value = VALUE[code.charCodeAt(at)] ?? -1;
    if (value < 0) return -1;
    packed = packed * 36 + value;
  }
  return packed;
}

export function unpackCode(packed: number): string {
  return packed.toString(36).toUpperCase().padStart(5, '0');
}

/** Up to five characters `0-9A-Z` as a number that keeps its length (a modifier, a state); 0 for none, -1 for others. */
export function packShort(text: string): number {
  if (text.length > 5) return -1;
  let packed = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUE[text.charCodeAt(at)] ?? -1;
    if (value < 0) return -1;
    packed = packed * 37 + value + 1;
  }
  return packed;
}

export function unpackShort(packed: number): string {
  let text = '';
  for (let rest = packed; rest > 0; rest = Math.floor(rest / 37)) text = (CHARACTERS[(rest % 37) - 1] ?? '?') + text;
  return text;
}

/** One more than the largest packed diagnosis of a prefix of this length is `prefix + SPAN[length]`. */
const SPAN = [37 ** 7, 37 ** 6, 37 ** 5, 37 ** 4, 37 ** 3, 37 ** 2, 37, 1] as const;

/**
 * A diagnosis code (with or without its point, either case) as an exact number below 2^53, left-aligned in seven
 * places, so that every code under a category lies in one range. -1 when the text is no such code.
 */
export function packDiagnosis(code: string): number {
  let packed = 0;
  let places = 0;
  for (let at = 0; at < code.length; at++) {
    const character = code.charCodeAt(at);
    if (character === 46) continue;
    const value = VALUE[character] ?? -1;
    if (value < 0 || places === 7) return -1;
    packed = packed * 37 + value + 1;
    places++;
  }
  return places < 3 ? -1 : packed * SPAN[places]!;
}

/** The exclusive upper end of the range of codes that begin with this one. */
export function endOfDiagnosis(code: string): number {
  const start = packDiagnosis(code);
  return start < 0 ? -1 : start + SPAN[Math.min(7, code.replace('.', '').length)]!;
}

/** `M54.16` from its packed form. */
export function unpackDiagnosis(packed: number): string {
  let text = '';
  for (let place = 0, rest = packed; place < 7; place++, rest = Math.floor(rest / 37))
    text = (CHARACTERS[(rest % 37) - 1] ?? ' ') + text;
  const code = text.trim();
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}
