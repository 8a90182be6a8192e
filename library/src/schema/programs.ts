import { z } from 'zod';
import type { Program, ProgramCodes } from '@interspace/core/model/law/program';
import { DateSchema } from '@interspace/core/model/schema-date';
import { BillingCode, camel, Citations, cited, period, without } from './shared.ts';

const Codes = z
  .object({ codes: z.array(BillingCode).min(1), with: z.array(BillingCode).optional(), ...period, cite: z.string() })
  .strict();

/** library/programs/*.yaml → Programs. */
export const ProgramFile = z
  .object({
    citations: Citations,
    programs: z.array(
      z
        .object({
          program: z.string().regex(/^[a-z0-9-]+$/),
          title: z.string(),
          ...period,
          payers: z.array(z.string()).min(1),
          states: z.array(z.object({ state: z.string().length(2), from: DateSchema }).strict()).optional(),
          places: z.array(z.string().length(2)).optional(),
          'claim-types': z.array(z.enum(['professional', 'asc', 'hospital-opd'])).optional(),
          lists: z.array(Codes),
          formerly: z.string().optional(),
          status: z.enum(['required', 'recommended', 'unknown']),
          'valid-days': z.int().optional(),
          'tracking-length': z.int().optional(),
          what: z.string(),
          why: z.string(),
          do: z.string(),
          packet: z.array(z.string()),
          unless: z
            .array(
              z
                .object({
                  fact: z.string(),
                  is: z.union([z.boolean(), z.string()]),
                  codes: z.array(BillingCode).optional(),
                  says: z.string(),
                })
                .strict(),
            )
            .optional(),
          satisfies: z.array(z.string()),
          cite: z.string(),
        })
        .strict(),
    ),
  })
  .strict()
  .transform((file, context): Program[] =>
    file.programs.map(({ cite, lists, ...program }) => ({
      ...camel<Omit<Program, 'lists' | 'citation'>>(program),
      lists: lists.map(({ cite: key, ...list }): ProgramCodes => ({
        ...without(list),
        citation: cited(file.citations, key, context),
      })),
      citation: cited(file.citations, cite, context),
    })),
  );
