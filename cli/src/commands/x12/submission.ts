import { z } from 'zod';
import { cents } from '@interspace/core/model/money';
import type { Claim } from '@interspace/core/model/claim';
import type { Result } from '@interspace/core/model/result';
import { DateSchema } from '@interspace/core/model/schema-date';
import { writeClaims, type ClaimToWrite } from '@interspace/wire/x12/write/claims-to-837';

const Party = z
  .object({
    npi: z.string(),
    taxonomy: z.string().optional(),
    taxId: z.string().optional(),
    lastName: z.string(),
    firstName: z.string().optional(),
    organization: z.boolean().optional(),
    street: z.string().optional(),
    city: z.string().optional(),
    state: z.string().optional(),
    zip: z.string().optional(),
  })
  .strict();

const Person = z
  .object({
    lastName: z.string(),
    firstName: z.string().optional(),
    street: z.string().optional(),
    city: z.string().optional(),
    state: z.string().optional(),
    zip: z.string().optional(),
    birthDate: DateSchema.optional(),
    sex: z.enum(['M', 'F', 'U']).optional(),
  })
  .strict();

const Line = z
  .object({
    code: z.string().regex(/^[0-9A-Z]{5}$/, 'five letters or digits'),
    modifiers: z.array(z.string().length(2)).max(4).default([]),
    units: z.number().positive().default(1),
    charge: z
      .number()
      .min(0)
      .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, 'at most two decimals')
      .describe('Dollars.'),
    date: DateSchema,
    diagnoses: z.array(z.string()).min(1).max(4),
  })
  .strict();

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
      .array(
        z
          .object({
            id: z.string(),
            placeOfService: z.string().length(2),
            frequency: z.enum(['1', '7', '8']).default('1'),
            payer: z.object({ id: z.string(), name: z.string(), filing: z.string().optional() }).strict(),
            memberId: z.string(),
            billing: Party,
            rendering: Party.optional(),
            diagnoses: z.array(z.string()).min(1).max(12),
            authorization: z.string().optional(),
            subscriber: Person,
            patient: Person.optional(),
            lines: z.array(Line).min(1).max(50),
          })
          .strict()
          .refine(
            (claim) => claim.lines.every((line) => line.diagnoses.every((code) => claim.diagnoses.includes(code))),
            {
              message: 'a line points at a diagnosis that the claim does not list',
            },
          ),
      )
      .min(1),
  })
  .strict();

export type Submission = z.infer<typeof Submission>;

/** The submission as bytes of an 837P, or every reason why it cannot be written. */
export function submissionOf({ claims, ...facts }: Submission): Result<Uint8Array> {
  return writeClaims(claims.map(claimToWrite), facts);
}

function claimToWrite(stated: Submission['claims'][number]): ClaimToWrite {
  const { subscriber, patient, memberId, lines, ...rest } = stated;
  const dollars = (amount: number) => cents(Math.round(amount * 100));
  const claim = {
    ...rest,
    type: 'professional',
    chargeTotal: dollars(lines.reduce((sum, line) => sum + line.charge, 0)),
    subscriber: { memberId },
    lines: lines.map((line, index) => ({
      number: index + 1,
      code: line.code,
      modifiers: line.modifiers,
      units: line.units,
      charge: dollars(line.charge),
      from: line.date,
      pointers: line.diagnoses.map((code) => stated.diagnoses.indexOf(code) + 1),
    })),
  } as unknown as Claim;
  return {
    claim,
    subscriber: subscriber as ClaimToWrite['subscriber'],
    ...(patient ? { patient: patient as ClaimToWrite['subscriber'] } : {}),
  };
}
