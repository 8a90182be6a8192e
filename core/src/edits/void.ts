import type { Claim } from '../model/claim.ts';

/** The frequency of a claim that takes an earlier one back. */
export const VOID = '8';

/** Whether nothing is asked for by the claim: it is not judged by what a payer pays. */
export function isVoid({ frequency }: Pick<Claim, 'frequency'>): boolean {
  return frequency === VOID;
}
