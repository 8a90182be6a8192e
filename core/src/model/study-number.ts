/**
 * A registry number as studies bear it, `NCT` and eight digits; the claim carries the digits alone, paper `CT` before
 * them. Undefined when it is none.
 */
export function studyNumber(text: string): string | undefined {
  const digits = /^(?:nct|ct)?[\s:#-]*(\d{8})$/i.exec(text.trim())?.[1];
  return digits === undefined ? undefined : `NCT${digits}`;
}
