import { facilityOf } from '../model/bill-type.ts';
import type { Claim, ClaimType } from '../model/claim.ts';
import type { BillTypeRule } from '../model/law/edits.ts';
import { isInForce } from '../model/period.ts';
import type { PreparedEdits } from './prepare-edits.ts';

/** The frequency of a claim that takes an earlier one back. */
const VOID = '8';

/** Whether nothing is asked for by the claim: it is not judged by what a payer pays. */
export function isVoid({ frequency }: Pick<Claim, 'frequency'>): boolean {
  return frequency === VOID;
}

type Law = Pick<PreparedEdits, 'billTypes'>;
type Billed = Pick<Claim, 'billType' | 'lines'>;

/** The kind of claim as which it is judged: its form tells it, and for some types of bill the law tells it more exactly. */
export function kindOf(claim: Billed & Pick<Claim, 'type'>, law: Law): ClaimType {
  return ruleOf(claim, law)?.is ?? claim.type;
}

/** Whether the claim is that of a stay: it is paid as a whole, and edits of single services are not for it. */
export function isStay(claim: Billed, law: Law): boolean {
  return ruleOf(claim, law)?.paid === 'stay';
}

/** Whether one amount is paid for a visit and all that is done at it. */
export function isPaidByVisit(claim: Billed, law: Law): boolean {
  return ruleOf(claim, law)?.paid === 'encounter';
}

function ruleOf({ billType, lines }: Billed, { billTypes }: Law): BillTypeRule | undefined {
  if (billType === undefined) return undefined;
  const on = lines.find(({ from }) => from !== undefined)?.from;
  const rules = billTypes.get(facilityOf(billType));
  return rules?.find((rule) => on === undefined || isInForce(rule, on));
}
