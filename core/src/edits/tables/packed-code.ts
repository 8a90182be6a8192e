/**
 * Codes as small integers, in the order of their text: a lookup then compares numbers, and nothing on the hot
 * path hashes or compares strings. A character takes six bits (1-10 digits, 11-36 letters), so a five-character
 * procedure code fits in 30 bits and a two-character modifier in 12.
 */

const VALUE = new Uint8Array(128);
for (let digit = 0; digit < 10; digit++) VALUE[48 + digit] = 1 + digit;
for (let letter = 0; letter < 26; letter++) {
  VALUE[65 + letter] = 11 + letter;
  VALUE[97 + letter] = 11 + letter;
}

const CHARACTERS = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Five characters `0-9A-Z` (either case) as a 30-bit number, or -1 when the text is no such code. */
export function packCode(code: string): number {
  return code.length === 5 ? pack(code) : -1;
}

/** Two characters as a 12-bit number; 0 for "no modifier"; -1 when the text is no modifier. */
export function packModifier(modifier: string): number {
  if (modifier === '') return 0;
  return modifier.length === 2 ? pack(modifier) : -1;
}

function pack(text: string): number {
  let packed = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUE[text.charCodeAt(at)];
    if (!value) return -1;
    packed = (packed << 6) | value;
  }
  return packed;
}

/** The text of a packed code or modifier. */
export function unpackCode(packed: number): string {
  let text = '';
  for (let rest = packed; rest > 0; rest >>>= 6) text = (CHARACTERS[rest & 63] ?? '?') + text;
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
    const value = VALUE[character];
    if (!value || places === 7) return -1;
    packed = packed * 37 + value;
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
    text = (CHARACTERS[rest % 37] ?? '?') + text;
  const code = text.trim();
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}
