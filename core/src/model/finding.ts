import { z } from 'zod';
import { Citation } from './citation.ts';
import { Evidence } from './evidence.ts';

/** block: fix before the claim goes out; warn: look at it; note: worth knowing. */
export const Severity = z.enum(['block', 'warn', 'note']);

export const LocationSchema = z
  .object({
    interchange: z.int().optional(),
    group: z.int().optional(),
    transaction: z.int().optional(),
    loop: z.string().optional(),
    segment: z.string(),
    ordinal: z.int(),
    element: z.int().optional(),
    component: z.int().optional(),
    offset: z.int(),
    length: z.int().optional(),
  })
  .strict()
  .describe('A place in a claim file.');

/** One thing to tell staff: what is so, why it matters, what to do. */
export const Finding = z
  .object({
    id: z.string().describe('Id of the edit, criterion or check that speaks; `interspace explain <id>` tells more.'),
    severity: Severity,
    line: z.int().min(1).optional().describe('1-based line of `lines`, when it concerns one.'),
    field: z.string().optional().describe('Part of the claim it concerns, such as `modifiers`.'),
    nth: z.int().min(2).optional().describe('Which of several, such as the second diagnosis; the first when absent.'),
    what: z.string(),
    why: z.string(),
    do: z.string(),
    citation: Citation.optional(),
    evidence: z.array(Evidence),
    at: LocationSchema.optional(),
  })
  .strict();

export type Severity = z.infer<typeof Severity>;
export type Finding = z.infer<typeof Finding>;
