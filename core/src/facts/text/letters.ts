/** Kinds of characters that a text is indexed by: each letter, any digit, and everything else as one and the same. */
export const KINDS = 28;
export const OTHER = 0;
export const DIGIT = 27;

/** 1 to 26 for a small letter, `DIGIT` for a digit, `OTHER` for everything else. */
export function kindOf(code: number): number {
  return code < 128 ? KIND[code]! : OTHER;
}

const KIND = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return code - 96;
  return code >= 48 && code <= 57 ? DIGIT : OTHER;
});
