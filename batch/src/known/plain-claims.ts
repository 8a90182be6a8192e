import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';

/** What the lines charge; NaN when one says nothing of it, or less than nothing: that is told of its line. */
export function chargesOf({ charges, lineCount }: ClaimSketch): number {
  let sum = 0;
  for (let at = 0; at < lineCount; at++) {
    if (charges[at]! < 0) return Number.NaN;
    sum += charges[at]!;
  }
  return sum;
}

/** Whether what is said names one of the diagnoses. */
export function names(said: unknown, diagnoses: readonly (readonly string[])[]): boolean {
  const text = JSON.stringify(said);
  return diagnoses.some((codes) => codes.some((code) => text.includes(code)));
}
