import { z } from 'zod';
import { DateSchema } from '@interspace/core/model/schema-date';
import { StatedAmount } from './stated-amount.ts';
import { StatedDecision } from './stated-other-payer.ts';
import { StatedParty } from './stated-parties.ts';

/** A service line of a submission. Which keys it needs is a matter of the kind of its claim. */
export const StatedLine = z
  .object({
    revenueCode: z
      .string()
      .regex(/^\d{4}$/, 'four digits')
      .optional(),
    code: z
      .string()
      .regex(/^[0-9A-Z]{5}$/, 'five letters or digits')
      .optional(),
    modifiers: z.array(z.string().length(2)).max(4).default([]),
    description: z.string().optional(),
    units: z.number().positive().default(1),
    charge: StatedAmount,
    date: DateSchema,
    through: DateSchema.optional(),
    diagnoses: z.array(z.string()).min(1).max(4).optional(),
    drug: z
      .object({
        ndc: z.string().regex(/^\d{11}$/, 'eleven digits'),
        quantity: z.number().positive(),
        unit: z.enum(['F2', 'GR', 'ME', 'ML', 'UN']),
      })
      .strict()
      .optional(),
    unitKind: z.enum(['units', 'minutes']).optional(),
    placeOfService: z.string().length(2).optional(),
    authorization: z.string().optional(),
    controlNumber: z.string().optional(),
    note: z.string().optional(),
    rendering: StatedParty.optional(),
    supervising: StatedParty.optional(),
    ordering: StatedParty.optional(),
    decisions: z.array(StatedDecision).max(15).optional(),
  })
  .strict();

export type StatedLine = z.infer<typeof StatedLine>;
