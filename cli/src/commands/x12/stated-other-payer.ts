import { z } from 'zod';
import type { OtherPayer, LineAdjudication } from '@interspace/core/model/claim';
import { DateSchema } from '@interspace/core/model/schema-date';
import type { OtherInsuranceToWrite } from '@interspace/wire/x12/write/claim-to-write';
import { inCents, SignedAmount, StatedAmount } from './stated-amount.ts';
import { StatedPerson } from './stated-parties.ts';

/** Which payer comes when: P primary, S secondary, T tertiary, then A to H, U unknown. */
export const Sequence = z.enum(['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U']);

const Adjustment = z
  .object({
    group: z.enum(['CO', 'CR', 'OA', 'PI', 'PR']),
    reason: z.string().regex(/^[A-Z]?\d{1,3}$/, 'a reason code, such as 45'),
    amount: SignedAmount,
    quantity: z.number().optional(),
  })
  .strict();

/** A line as one of the other payers judged it. */
export const StatedDecision = z
  .object({
    payer: z.string(),
    paid: StatedAmount,
    code: z.string().optional(),
    units: z.number().min(0).optional(),
    date: DateSchema,
    adjustments: z.array(Adjustment).default([]),
  })
  .strict();

/** Another insurance of the patient, and what it decided on the whole claim. */
export const StatedOtherPayer = z
  .object({
    id: z.string(),
    name: z.string(),
    sequence: Sequence,
    filing: z.string().optional(),
    memberId: z.string(),
    insured: StatedPerson.omit({ birthDate: true, sex: true }).extend({ organization: z.boolean().optional() }),
    relation: z.string().length(2).optional(),
    group: z.string().optional(),
    groupName: z.string().optional(),
    secondaryReason: z.string().optional(),
    assigned: z.enum(['Y', 'N', 'W']).optional(),
    release: z.enum(['Y', 'I']).optional(),
    paid: StatedAmount.optional(),
    notCovered: StatedAmount.optional(),
    remaining: StatedAmount.optional(),
    decidedOn: DateSchema.optional(),
    claimNumber: z.string().optional(),
    adjustments: z.array(Adjustment).default([]),
    remarks: z.array(z.string()).max(5).optional(),
    authorization: z.string().optional(),
    referral: z.string().optional(),
  })
  .strict();

export type StatedOtherPayer = z.infer<typeof StatedOtherPayer>;

const inModel = (all: readonly z.infer<typeof Adjustment>[]) =>
  all.map(({ group, reason, amount, quantity }) => ({
    group,
    reason,
    amount: inCents(amount),
    ...(quantity === undefined ? {} : { quantity }),
  }));

/** What the claim itself holds of it. */
export function otherPayerOf({ id, sequence, filing, paid, decidedOn, claimNumber, adjustments }: StatedOtherPayer) {
  return {
    id,
    sequence,
    ...(filing === undefined ? {} : { filing }),
    ...(paid === undefined ? {} : { paid: inCents(paid) }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(claimNumber === undefined ? {} : { claimNumber }),
    adjustments: inModel(adjustments),
  } as OtherPayer;
}

/** What stands beside it. */
export function insuranceOf({ notCovered, remaining, ...stated }: StatedOtherPayer) {
  return {
    ...stated,
    ...(notCovered === undefined ? {} : { notCovered: inCents(notCovered) }),
    ...(remaining === undefined ? {} : { remaining: inCents(remaining) }),
  } as OtherInsuranceToWrite;
}

/** Of the same service and as many, unless it says otherwise. */
export function decisionOf(
  { payer, paid, code, units, date, adjustments }: z.infer<typeof StatedDecision>,
  line: { readonly code?: string | undefined; readonly units: number },
) {
  const judged = code ?? line.code;
  return {
    payerId: payer,
    paid: inCents(paid),
    ...(judged === undefined ? {} : { code: judged }),
    units: units ?? line.units,
    decidedOn: date,
    adjustments: inModel(adjustments),
  } as LineAdjudication;
}
