import type { Location } from '@interspace/core/model/claim';
import { decimalFromCents, type Cents } from '@interspace/core/model/money';
import type { Remittance, RemittedClaim } from '@interspace/core/model/remittance';
import { wireIssue, type WireIssue } from '../../issues.ts';

/** Places of the amounts, in the order of claims and lines. */
export interface RemittancePlaces {
  readonly payment: Location;
  readonly claims: readonly ClaimPlaces[];
  /** An amount of the payment could not be read. */
  readonly unreadable?: boolean;
}

interface ClaimPlaces {
  readonly claim: Location;
  /** Of the amount that the patient owes. */
  readonly responsibility: Location;
  readonly lines: readonly Location[];
  /** An amount of the claim could not be read: it is not judged, nor the sum that it enters. */
  readonly unreadable?: boolean;
}

const sum = (amounts: readonly { readonly amount: number }[]): number =>
  amounts.reduce((all, each) => all + each.amount, 0);

/**
 * The three equations of an advice, to the cent: line charge − adjustments = line payment; claim charge − all
 * adjustments = claim payment; claim payments − provider adjustments = amount paid. Each that fails is an Issue with the difference.
 */
export function balance(remittance: Remittance, places: RemittancePlaces): readonly WireIssue[] {
  const issues: WireIssue[] = [];
  remittance.claims.forEach((claim, number) => {
    const place = places.claims[number];
    if (place && !place.unreadable) issues.push(...balanceClaim(claim, place));
  });
  if (places.unreadable || places.claims.some(({ unreadable }) => unreadable)) return issues;
  const paid = remittance.claims.reduce((all, each) => all + each.paid, 0) - sum(remittance.providerAdjustments);
  const stated = (remittance.debit ? -1 : 1) * remittance.amount;
  if (paid !== stated) issues.push(off('wire/x12/remit-total-balance', places.payment, stated - paid));
  return issues;
}

function balanceClaim(claim: RemittedClaim, place: ClaimPlaces): WireIssue[] {
  const issues: WireIssue[] = [];
  let adjusted = sum(claim.adjustments);
  claim.lines.forEach((line, number) => {
    const lineAdjusted = sum(line.adjustments);
    adjusted += lineAdjusted;
    const difference = line.charge - lineAdjusted - line.paid;
    if (difference !== 0)
      issues.push(off('wire/x12/remit-line-balance', place.lines[number] ?? place.claim, difference));
  });
  const difference = claim.charge - adjusted - claim.paid;
  if (difference !== 0) issues.push(off('wire/x12/remit-claim-balance', place.claim, difference));
  const all = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  const patient = sum(all.filter((each) => each.group === 'PR'));
  // Only a reversal leaves it out where the patient owes something.
  const stated = claim.patientResponsibility ?? (patient > 0 ? 0 : undefined);
  if (stated !== undefined && all.length > 0 && stated !== patient)
    issues.push(off('wire/x12/remit-responsibility', place.responsibility, stated - patient));
  return issues;
}

function off(code: Parameters<typeof wireIssue>[0], place: Location, by: number): WireIssue {
  return wireIssue(code, place, `It is off by ${decimalFromCents(by as Cents)}.`);
}
