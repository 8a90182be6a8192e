import type { Adjustment } from '@interspace/core/model/adjustment';
import type { Claim, ClaimLine, LineAdjudication } from '@interspace/core/model/claim';
import { composite, type TextSegment, type WritingStyle } from '../document.ts';
import type { ClaimToWrite, OtherInsuranceToWrite } from './claim-to-write.ts';
import { day, money, type Make } from './make.ts';

/** Loops 2320 to 2330B: who else insures the patient, and what they decided on the whole claim. */
export function otherPayers({ claim, otherInsurance = [] }: ClaimToWrite, make: Make): TextSegment[] {
  return (claim.otherPayers ?? []).flatMap((payer, index) => {
    // Without it nothing is written; `claims-to-837` says so.
    const own = otherInsurance[index];
    if (!own) return [];
    const { sequence = 'U', filing, paid, decidedOn, claimNumber } = payer;
    const { relation = '18', group, groupName, secondaryReason, assigned = 'Y', release = 'Y', name } = own;
    const remarks = own.remarks ?? [];
    return [
      make('SBR', sequence, relation, group, group ? '' : groupName, secondaryReason, '', '', '', filing),
      ...adjustments(payer.adjustments, make),
      ...amount('D', paid, make),
      ...amount('A8', own.notCovered, make),
      ...amount('EAF', own.remaining, make),
      make('OI', '', '', assigned, '', '', release),
      ...(remarks.length > 0 ? [make('MOA', '', '', ...remarks)] : []),
      ...insured(own, make),
      make('NM1', 'PR', '2', name, '', '', '', '', 'PI', payer.id),
      ...(decidedOn ? [make('DTP', '573', 'D8', day(decidedOn))] : []),
      ...(own.authorization ? [make('REF', 'G1', own.authorization)] : []),
      ...(own.referral ? [make('REF', '9F', own.referral)] : []),
      ...(claimNumber ? [make('REF', 'F8', claimNumber)] : []),
    ];
  });
}

function insured({ insured: of, memberId }: OtherInsuranceToWrite, make: Make): TextSegment[] {
  return [
    make('NM1', 'IL', of.organization ? '2' : '1', of.lastName, of.firstName, '', '', '', 'MI', memberId),
    ...(of.street ? [make('N3', of.street)] : []),
    ...(of.city ? [make('N4', of.city, of.state, of.zip)] : []),
  ];
}

function amount(kind: string, of: number | undefined, make: Make): TextSegment[] {
  return of === undefined ? [] : [make('AMT', kind, money(of))];
}

/** CAS: adjustments of one group together, six to a segment. */
function adjustments(all: readonly Adjustment[], make: Make): TextSegment[] {
  const segments: TextSegment[] = [];
  for (let at = 0; at < all.length;) {
    const { group } = all[at]!;
    const triplets: string[] = [];
    for (; at < all.length && all[at]!.group === group && triplets.length < 18; at++) {
      const { reason, amount: by, quantity } = all[at]!;
      triplets.push(reason, money(by), quantity === undefined ? '' : String(quantity));
    }
    segments.push(make('CAS', group, ...triplets));
  }
  return segments;
}

/** Loop 2430: the line as another payer judged it. */
export function lineDecision(
  claim: Claim,
  line: ClaimLine,
  decision: LineAdjudication,
  make: Make,
  style: WritingStyle,
): TextSegment[] {
  const institutional = claim.billType !== undefined;
  // An office has to name the service; a hospital may have been paid by its revenue code alone.
  const code = decision.code ?? (institutional ? '' : line.code);
  // Modifiers are not told of the decision; of the same service they are those that were billed.
  const modifiers = code === line.code ? line.modifiers : [];
  return [
    make(
      'SVD',
      decision.payerId,
      money(decision.paid ?? 0),
      code ? composite(['HC', code, ...modifiers], style) : '',
      institutional ? line.revenueCode : '',
      String(decision.units ?? line.units),
    ),
    ...adjustments(decision.adjustments, make),
    ...(decision.decidedOn ? [make('DTP', '573', 'D8', day(decision.decidedOn))] : []),
  ];
}
