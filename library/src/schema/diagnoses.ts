import { z } from 'zod';
import type { Condition, DiagnosisSupport } from '@interspace/core/model/law/diagnosis';
import { CiteText, period, without } from './shared.ts';

const DiagnosisCode = z.string().regex(/^[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?$/, 'an ICD-10-CM code with its point');

const Choice = z
  .object({
    code: DiagnosisCode,
    ...period,
    region: z.array(z.string()).optional(),
    side: z.enum(['left', 'right', 'bilateral']).optional(),
    level: z.array(z.string()).optional(),
    with: z.array(z.string()).optional(),
    without: z.array(z.string()).optional(),
    part: z.array(z.string()).optional(),
    vague: z.boolean().optional(),
    codedBeside: z.boolean().optional(),
  })
  .strict();

const ConditionShape = z
  .object({
    condition: z.string(),
    title: z.string(),
    names: z.array(z.string()).min(1),
    symptom: z.boolean(),
    codes: z.array(Choice).min(1),
  })
  .strict();

/** Files of conditions (library/codes/diagnoses/*.yaml): phrases of the chart → diagnosis codes. */
export const DiagnosisFile = z
  .object({ citation: CiteText, conditions: z.array(ConditionShape) })
  .strict()
  .transform((file): Condition[] =>
    file.conditions.map((condition) => ({
      ...condition,
      codes: condition.codes.map((choice) => without(choice)),
      citation: without(file.citation),
    })),
  );

const Prefix = z.string().regex(/^[A-Z][0-9][0-9A-Z]?(?:\.[0-9A-Z]{1,4})?$/, 'the beginning of an ICD-10-CM code');

/** The file that says which diagnoses speak for which family (library/codes/diagnoses/supports.yaml). */
export const SupportFile = z
  .object({
    citation: CiteText,
    supports: z.array(z.object({ family: z.string(), codes: z.array(Prefix).min(1) }).strict()),
  })
  .strict()
  .transform((file): DiagnosisSupport[] =>
    file.supports.map((entry) => ({ ...entry, citation: without(file.citation) })),
  );
