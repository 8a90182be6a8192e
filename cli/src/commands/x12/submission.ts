import { z } from 'zod';
import type { Result } from '@interspace/core/model/result';
import { DateSchema } from '@interspace/core/model/schema-date';
import { writeClaims } from '@interspace/wire/x12/write/claims-to-837';
import { kindOf } from './claim-kinds.ts';
import { FittingClaim } from './fitting-claim.ts';
import { claimToWrite } from './stated-claim.ts';

/** A batch of claims to write, as a user gives it (`docs/x12.md`). */
export const Submission = z
  .object({
    sender: z.string(),
    receiver: z.string(),
    created: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'YYYY-MM-DDTHH:MM')
      .refine((moment) => DateSchema.safeParse(moment.slice(0, 10)).success, 'not a date on the calendar'),
    control: z.int().positive().max(999_999_999),
    usage: z.enum(['T', 'P']).default('T'),
    batch: z.string(),
    submitter: z.object({ name: z.string(), id: z.string(), contact: z.string(), phone: z.string() }).strict(),
    receiverParty: z.object({ name: z.string(), id: z.string() }).strict(),
    claims: z
      .array(FittingClaim)
      .min(1)
      // Many payers take one functional group an interchange, and each kind of claim is a group of its own.
      .superRefine((claims, context) => {
        const [first, ...others] = claims.map(kindOf);
        const other = others.findIndex((kind) => kind !== first) + 1;
        if (other === 0) return;
        context.addIssue({
          code: 'custom',
          path: [other],
          message: `It is ${others[other - 1]}, and claims[0] is ${first}: one file holds one kind, so write two submissions`,
        });
      }),
  })
  .strict();

export type Submission = z.infer<typeof Submission>;

/** The submission as bytes of an 837P or 837I, or every reason why it cannot be written. */
export function submissionOf({ claims, ...facts }: Submission): Result<Uint8Array> {
  return writeClaims(claims.map(claimToWrite), facts);
}
