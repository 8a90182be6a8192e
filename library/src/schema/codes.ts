import { z } from 'zod';
import { Confidence } from '@interspace/core/model/citation';
import { DateSchema } from '@interspace/core/model/schema-date';
import { addDays } from '@interspace/core/model/date';
import type { CodeRecord, GuidanceRule } from '@interspace/core/model/law/coding';
import { BillingCode, CiteText, period, without } from './shared.ts';

const Bilateral = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(9)]);

const Code = z
  .object({
    code: BillingCode,
    gist: z.string(),
    family: z.string(),
    role: z.enum([
      'procedure',
      'add-on',
      'guidance',
      'drug',
      'device',
      'evaluation',
      'anesthesia',
      'sedation',
      'unlisted',
      'other',
    ]),
    region: z.string().optional(),
    ...period,
    successors: z.array(BillingCode).optional(),
    trap: z.string().optional(),
    status: z.string().optional(),
    global: z.string().optional(),
    multiple: z.number().optional(),
    bilateral: Bilateral.optional(),
    sides: z.boolean().optional(),
    parts: z.boolean().optional(),
    office: z.boolean().optional(),
    guidance: z.enum(['included', 'separate', 'barred']).optional(),
    'guidance-from': DateSchema.optional(),
    confidence: Confidence.optional(),
  })
  .strict();

/** Files of codes (library/codes/*.yaml with a `codes` list) → CodeRecords. */
export const CodeFile = z
  .object({ citation: CiteText, codes: z.array(Code) })
  .strict()
  .transform((file): CodeRecord[] =>
    file.codes.map(({ guidance, 'guidance-from': since, confidence, ...code }) => ({
      ...without(code),
      guidance: guidanceRules(guidance, since),
      confidence: confidence ?? file.citation.confidence,
      citation: without(file.citation),
    })),
  );

/** Imaging that went into a code on some day was billed apart until the day before. */
function guidanceRules(
  rule: GuidanceRule['rule'] | undefined,
  since: z.output<typeof DateSchema> | undefined,
): GuidanceRule[] {
  if (!rule) return [];
  if (!since) return [{ rule }];
  return [
    { rule: 'separate', through: addDays(since, -1) },
    { rule, from: since },
  ];
}
