import { z } from 'zod';
import { Finding } from '@interspace/core/model/finding';
import { Cents, Cut, Id, Moment } from './common.ts';

/** `POST /api/scrub` streams a claim file of any size (body application/edi-x12, or multipart field `file`); answers 202 with the batch. */
export const BatchState = z.enum(['receiving', 'queued', 'judging', 'done', 'failed', 'cancelled']);
export const Batch = z.object({
  id: Id,
  name: z.string(),
  state: BatchState,
  bytes: z.int(),
  bytesDone: z.int(),
  claims: z.int(),
  blocks: z.int().describe('Claims with a blocking finding.'),
  warnings: z.int(),
  charges: Cents,
  moneyAtRisk: Cents,
  created: Moment,
  finished: Moment.optional(),
  problem: z.string().optional(),
});
export type Batch = z.infer<typeof Batch>;

/** `GET /api/batches/:id/claims`: a cut of the filtered, sorted rows. */
export const ClaimQuery = Cut.extend({
  severity: z.enum(['block', 'warn', 'note', 'clean']).optional(),
  rule: z.string().optional(),
  payer: z.string().optional(),
  provider: z.string().optional(),
  least: z.coerce.number().int().optional().describe('Money at risk at least, cents.'),
  search: z.string().optional().describe('The claim number begins so.'),
  sort: z.enum(['position', 'risk', 'charge', 'findings', 'date']).default('position'),
  order: z.enum(['asc', 'desc']).default('asc'),
});
export const ClaimRow = z.object({
  number: z.int().describe('Position in the file, from 1.'),
  id: z.string(),
  date: z.string().optional(),
  payer: z.string().optional(),
  provider: z.string().optional(),
  codes: z.array(z.string()),
  charge: Cents,
  atRisk: Cents,
  severity: z.enum(['block', 'warn', 'note', 'clean']),
  findings: z.int(),
  first: z.string().optional().describe('What the first finding says.'),
});
export type ClaimRow = z.infer<typeof ClaimRow>;
/** `GET /api/batches/:id/claims/:number`. */
export const ClaimView = ClaimRow.extend({
  lines: z.array(
    z.object({
      number: z.int(),
      code: z.string(),
      modifiers: z.array(z.string()),
      units: z.number(),
      charge: Cents.optional(),
      from: z.string().optional(),
      diagnoses: z.array(z.string()),
      placeOfService: z.string().optional(),
    }),
  ),
  all: z.array(Finding),
  coverage: z.array(
    z.object({
      line: z.int(),
      policy: z.string().optional(),
      document: z.string().optional(),
      outcome: z.string(),
      unknown: z.int().optional(),
      because: z.string().optional(),
    }),
  ),
});
export type ClaimView = z.infer<typeof ClaimView>;
/** `GET /api/batches/:id/summary`: causes and dollars for charts and filters. */
export const BatchCauses = z.object({
  causes: z.array(
    z.object({
      id: z.string(),
      severity: z.enum(['block', 'warn', 'note']),
      findings: z.int(),
      claims: z.int(),
      charges: Cents,
      what: z.string().optional(),
    }),
  ),
  payers: z.array(z.object({ name: z.string(), claims: z.int(), blocks: z.int(), charges: Cents, atRisk: Cents })),
  providers: z.array(z.object({ name: z.string(), claims: z.int(), blocks: z.int(), charges: Cents, atRisk: Cents })),
  history: z.string(),
  editions: z.record(z.string(), z.int()),
  notEvaluated: z.array(z.string()),
});
/** `GET /api/batches/:id/events`: Server-Sent Events, each `data:` a Batch. `GET /api/batches/:id/export?format=csv|jsonl|html`: a file. */
export const ExportFormat = z.enum(['csv', 'jsonl', 'html']);
