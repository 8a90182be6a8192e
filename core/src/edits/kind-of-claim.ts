import type { Claim } from '../model/claim.ts';
import type { PreparedEdits } from './prepare-edits.ts';

/** The frequency of a claim that takes an earlier one back. */
const VOID = '8';

/** Whether nothing is asked for by the claim: it is not judged by what a payer pays. */
export function isVoid({ frequency }: Pick<Claim, 'frequency'>): boolean {
  return frequency === VOID;
}

/** Whether the claim is that of a stay: it is paid as a whole, and edits of single services are not for it. */
export function isStay({ billType }: Pick<Claim, 'billType'>, { lists }: Pick<PreparedEdits, 'lists'>): boolean {
  return billType !== undefined && lists['stay-bill-types']?.has(billType.replace(/^0/, '').slice(0, 2)) === true;
}
