import type { Claim } from '../model/claim.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';

/**
 * All that the edits of services look at in a claim besides its lines, its charges and the days of birth and of sending,
 * when one provider furnishes all of them: claims with the same words here are alike to them.
 */
export function servicesFrame(claim: Claim, { payer }: ResolvedContext): string {
  const { type, placeOfService, frequency, billType, note, rendering, referring } = claim;
  return JSON.stringify([
    type,
    placeOfService,
    frequency,
    billType,
    note,
    payer,
    claim.payer?.filing,
    rendering?.taxonomy,
    referring === undefined,
  ]);
}
