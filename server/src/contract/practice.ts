import { z } from 'zod';
import { Cents } from './common.ts';

const Npi = z.string().regex(/^\d{10}$/, 'ten digits');

/** `GET /api/practice`, `PUT /api/practice`: what a claim says of the practice itself. Everything may be absent until a claim is written. */
export const PracticeDetails = z
  .object({
    billing: z
      .object({
        name: z.string().min(1).max(60),
        npi: Npi,
        taxId: z.string().regex(/^\d{9}$/, 'nine digits'),
        taxonomy: z.string().length(10).optional(),
        street: z.string().min(1).max(55),
        city: z.string().min(1).max(30),
        state: z.string().length(2),
        zip: z.string().regex(/^\d{5}(?:\d{4})?$/, 'five or nine digits'),
      })
      .strict()
      .optional(),
    submitter: z
      .object({
        name: z.string().min(1),
        id: z.string().min(2),
        contact: z.string().min(1),
        phone: z.string().regex(/^\d{10}$/, 'ten digits'),
      })
      .strict()
      .optional(),
    receiver: z
      .object({ name: z.string().min(1), id: z.string().min(2) })
      .strict()
      .optional(),
    /** Claim files are marked as tests until somebody says that they are for payment. */
    production: z.boolean().default(false),
    /** The practice's own fee schedule: code to cents a unit. */
    charges: z.record(z.string().regex(/^[0-9A-Z]{5}$/, 'five letters or digits'), Cents.min(0)).default({}),
    /** How a payer of the library is addressed on claims. */
    payers: z
      .record(
        z.string(),
        z.object({ name: z.string().min(1), id: z.string().min(1), filing: z.string().length(2).optional() }).strict(),
      )
      .default({}),
  })
  .strict();
export type PracticeDetails = z.infer<typeof PracticeDetails>;
