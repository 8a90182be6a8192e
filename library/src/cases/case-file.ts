import { z } from 'zod';
import { Response } from '@interspace/core/model/history';
import { CodeWord, DateWord } from '../yaml/words.ts';

/** kebab-case keys of a mapping → camelCase, one level. */
const camelKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [
          key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          entry,
        ]),
      )
    : value;

const CaseSession = z
  .object({
    date: DateWord,
    family: z.string().optional(),
    kind: z.string().optional(),
    region: z.enum(['cervical', 'thoracic', 'lumbar', 'sacral']).optional(),
    levels: z.array(z.string()).optional(),
    side: z.enum(['left', 'right', 'bilateral', 'midline']).optional(),
    role: z.enum(['diagnostic', 'therapeutic', 'ablation']).optional(),
    codes: z.array(CodeWord).optional(),
    modifiers: z.array(z.string()).optional(),
    agents: z.array(z.string()).optional(),
    response: z.preprocess(camelKeys, Response).optional(),
    minutes: z.number().optional(),
    status: z.enum(['paid', 'pending', 'denied', 'performed']).optional(),
  })
  .strict();

const Case = z
  .object({
    name: z.string(),
    on: DateWord,
    document: z.string().optional(),
    facts: z
      .record(
        z.string(),
        z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]).transform(String))]),
      )
      .default({}),
    line: z
      .object({
        code: CodeWord,
        modifiers: z.array(z.string()).default([]),
        units: z.number().default(1),
        diagnoses: z.array(CodeWord).optional(),
      })
      .strict()
      .optional(),
    history: z
      .union([
        z.literal('none'),
        z
          .object({
            complete: z.boolean().optional(),
            'complete-since': DateWord.optional(),
            sessions: z.array(CaseSession).default([]),
          })
          .strict(),
      ])
      .optional(),
    expect: z.enum(['met', 'not-met', 'unknown', 'not-applicable']),
    missing: z.array(z.string()).optional(),
    next: DateWord.optional(),
    says: z.union([z.string(), z.number()]).transform(String).optional(),
    severity: z.enum(['block', 'warn', 'note']).optional(),
    boundary: z.boolean().optional(),
  })
  .strict();

/** `<criterion>.test.yaml`. */
export const CaseFile = z.object({ criterion: z.string().optional(), cases: z.array(Case).min(1) }).strict();
export type CriterionCase = z.infer<typeof Case>;
