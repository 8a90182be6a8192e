import { z } from 'zod';
import type { Drug, DrugBilling } from '@interspace/core/model/law/drug';
import { BillingCode, Citations, cited, period, without } from './shared.ts';

const Billing = z
  .object({
    code: BillingCode,
    per: z.number().positive(),
    measure: z.enum(['mg', 'unit', 'mL']),
    concentration: z.object({ from: z.number(), through: z.number() }).strict().optional(),
    ...period,
    as: z.enum(['line', 'mention']).optional(),
    cite: z.string(),
  })
  .strict();

/** library/codes/drugs*.yaml → Drugs. */
export const DrugFile = z
  .object({
    citations: Citations,
    drugs: z.array(
      z
        .object({
          name: z.string().regex(/^[a-z0-9-]+$/),
          role: z.enum(['steroid', 'anesthetic', 'contrast', 'neurolytic', 'toxin', 'biologic', 'saline', 'other']),
          names: z.array(z.string()).min(1),
          strengths: z.record(z.string(), z.number().positive()).optional(),
          'single-dose': z.boolean().optional(),
          billing: z.array(Billing),
        })
        .strict(),
    ),
  })
  .strict()
  .transform((file, context): Drug[] =>
    file.drugs.map((drug) => ({
      name: drug.name,
      role: drug.role,
      names: drug.names,
      ...(drug.strengths ? { strengths: drug.strengths } : {}),
      ...(drug['single-dose'] === true ? { singleDose: true } : {}),
      billing: drug.billing.map(({ cite, ...billing }): DrugBilling => ({
        ...without(billing),
        citation: cited(file.citations, cite, context),
      })),
    })),
  );
