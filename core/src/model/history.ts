import { z } from 'zod';
import type { IsoDate } from './date.ts';
import type { Evidence } from './evidence.ts';
import { DateSchema } from './schema-date.ts';

/** What the patient felt after a session, measured on one scale. */
export const Response = z
  .object({
    painReliefPercent: z.number().min(0).max(100).optional(),
    functionGainPercent: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .describe('Improvement of activities of daily living or function, same scale.'),
    durationDays: z
      .int()
      .min(0)
      .optional()
      .describe('How long the relief lasted, in days (a month counts 30, three months 90).'),
    ongoing: z.boolean().optional().describe('The relief still lasted when it was recorded.'),
    scale: z.string().optional().describe('Scale used, such as NRS or ODI.'),
    sameScale: z.boolean().optional().describe('The same scale was used at baseline and after.'),
    consistentWithAgent: z.boolean().optional().describe('Duration of relief fits the agent used.'),
  })
  .strict();

export const SessionRole = z.enum(['diagnostic', 'therapeutic', 'ablation']);

/** An earlier occasion on which procedures of one family were done in one region. */
export const Session = z
  .object({
    date: DateSchema,
    family: z.string().describe('epidural, facet, si-joint, trigger-point, …'),
    kind: z.string().optional(),
    region: z.enum(['cervical', 'thoracic', 'lumbar', 'sacral']).optional(),
    levels: z.array(z.string()).optional().describe('Interspaces, joints or nerves treated, canonical names.'),
    side: z.enum(['left', 'right', 'bilateral', 'midline']).optional(),
    role: SessionRole.optional(),
    codes: z.array(z.string()).optional(),
    modifiers: z.array(z.string()).optional(),
    agents: z.array(z.string()).optional(),
    response: Response.optional(),
    minutes: z.int().min(0).optional(),
    status: z.enum(['paid', 'pending', 'denied', 'performed']).optional(),
    source: z.string().optional().describe('Where this is known from, such as a claim number or "note of 2026-01-06".'),
  })
  .strict();

/** Earlier Sessions known on the date of service, and whether the list is complete. */
export const History = z
  .object({
    complete: z
      .boolean()
      .optional()
      .describe('True when no other session is possible; absent or false means more may exist.'),
    completeSince: DateSchema.optional().describe('The list is complete from this date on.'),
    completeFor: z
      .array(
        z
          .object({
            family: z.string(),
            roles: z.array(SessionRole).optional().describe('All roles when absent.'),
          })
          .strict(),
      )
      .optional()
      .describe('Sessions of which no other is possible, such as ablations of facet joints when none was ever done.'),
    sessions: z.array(Session),
  })
  .strict();

export type Response = z.infer<typeof Response>;
export type Session = z.infer<typeof Session>;
export type History = z.infer<typeof History>;

/** A Session with where it is known from; `latest` when its day is not known exactly, `date` is then the earliest it can be. */
export interface KnownSession extends Session {
  readonly evidence?: readonly Evidence[] | undefined;
  readonly latest?: IsoDate | undefined;
  /** Billed to another payer: whether a limit of this one counts it is not said. */
  readonly elsewhere?: boolean | undefined;
}

/** A History whose sessions may come from the chart; `evidence` is what the chart says of their number. */
export interface KnownHistory extends Omit<History, 'sessions'> {
  readonly sessions: readonly KnownSession[];
  readonly evidence?: readonly Evidence[] | undefined;
}

/** What a chart says of the number of earlier sessions: `This is her first ablation` is none of that role. */
export interface ToldCount {
  readonly family: string;
  /** All roles of the family when absent. */
  readonly roles?: readonly NonNullable<Session['role']>[] | undefined;
  readonly count: number;
  readonly evidence: readonly Evidence[];
}

/** Earlier sessions that the chart tells of, and what it says of their number. */
export interface ToldHistory {
  readonly sessions: readonly KnownSession[];
  readonly counts: readonly ToldCount[];
}
