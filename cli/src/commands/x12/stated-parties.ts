import { z } from 'zod';
import { DateSchema } from '@interspace/core/model/schema-date';

/** A provider as a submission names it. */
export const StatedParty = z
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

/** A subscriber or patient. */
export const StatedPerson = z
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
