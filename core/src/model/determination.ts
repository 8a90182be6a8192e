import { z } from 'zod';
import { Citation } from './citation.ts';
import { Evidence } from './evidence.ts';

/** `met`, `not-met`, `unknown` (a fact is missing) or `not-applicable`. Unknown is not no. */
export const Status = z.enum(['met', 'not-met', 'unknown', 'not-applicable']);
export type Status = z.infer<typeof Status>;

/** One clause of a criterion as it was judged: the whole tree is the answer. */
export interface ClauseResult {
  operator: string;
  status: Status;
  /** The clause in words, with its limits filled in. */
  says: string;
  fact?: string | undefined;
  /** What was found, in words. */
  found?: string | undefined;
  evidence: readonly Evidence[];
  /** Facts whose absence makes it unknown. */
  missing: readonly string[];
  /** How many of the parts must hold, where some of them are enough. */
  count?: number | undefined;
  /** Where the rulebook says so; on leaves. */
  citation?: Citation | undefined;
  parts: readonly ClauseResult[];
}

export const ClauseResult: z.ZodType<ClauseResult> = z.lazy(() =>
  z
    .object({
      operator: z.string(),
      status: Status,
      says: z.string(),
      fact: z.string().optional(),
      found: z.string().optional(),
      evidence: z.array(Evidence),
      missing: z.array(z.string()),
      count: z.int().optional(),
      citation: Citation.optional(),
      parts: z.array(ClauseResult),
    })
    .strict(),
);

export const CriterionResult = z
  .object({
    criterion: z.string(),
    title: z.string(),
    status: Status,
    severity: z.enum(['block', 'warn', 'note']).describe('What a `not-met` would mean, after confidence and standing.'),
    tree: ClauseResult,
    citation: Citation,
    missing: z.array(z.string()),
    silence: z
      .literal('tolerated')
      .optional()
      .describe('Charts mention it only when it is present: an unknown does not make the line incomplete.'),
  })
  .strict();
export type CriterionResult = z.infer<typeof CriterionResult>;

export const Outcome = z.enum(['meets', 'fails', 'incomplete', 'no-policy']);
export type Outcome = z.infer<typeof Outcome>;

/** One Policy applied to one line. `no-policy` is an honest answer. */
export const Determination = z
  .object({
    line: z.int().min(1),
    policy: z.string().optional().describe('Policy folder, such as medicare/epidural.'),
    document: z.string().optional().describe('The document of the contractor that has jurisdiction on that date.'),
    article: z.string().optional(),
    contractor: z.string().optional(),
    outcome: Outcome,
    because: z.string().describe('The outcome in one sentence.'),
    criteria: z.array(CriterionResult),
    nextEligible: z.string().optional().describe('First date on which a counted limit would allow it again.'),
  })
  .strict();
export type Determination = z.infer<typeof Determination>;
