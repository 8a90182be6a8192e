import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';

/** All lines have charges, and they add up: nothing is to be said of them. */
export function balanced({ total, charges, lineCount }: ClaimSketch): boolean {
  let sum = 0;
  for (let at = 0; at < lineCount; at++) sum += charges[at]!;
  return sum === total;
}

/** Whether what is said names one of the diagnoses. */
export function names(said: unknown, diagnoses: readonly (readonly string[])[]): boolean {
  const text = JSON.stringify(said);
  return diagnoses.some((codes) => codes.some((code) => text.includes(code)));
}
