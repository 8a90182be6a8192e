/** Kinds of characters that a text is indexed by: each letter, any digit, and everything else as one and the same. */
export const KINDS = 28;
export const OTHER = 0;
export const DIGIT = 27;

/** 1 to 26 for a small letter, `DIGIT` for a digit, `OTHER` for everything else. */
export function kindOf(code: number): number {
  if (code >= 97) return code <= 122 ? code - 96 : OTHER;
  return code >= 48 && code <= 57 ? DIGIT : OTHER;
}
