import { sql } from 'kysely';
import type { z } from 'zod';
import type { BatchSummary } from '@interspace/batch/summary';
import type { BatchCauses } from '../contract/batches.ts';
import type { Tx } from '../store/in-practice.ts';

interface Causes {
  readonly told: z.infer<typeof BatchCauses>;
  readonly blocks: number;
  readonly warnings: number;
  readonly atRisk: number;
}

/** Causes and dollars of a batch, by the rows as they stand: what the patient's other claims changed is in them. */
export async function causesOf(tx: Tx, batch: string, summary: BatchSummary): Promise<Causes> {
  const group = (column: 'payer' | 'provider') =>
    tx
      .selectFrom('batch_claims')
      .select([
        sql<string>`coalesce(${sql.ref(column)}, 'not named')`.as('name'),
        sql<number>`count(*)`.as('claims'),
        sql<number>`count(*) filter (where severity = 0)`.as('blocks'),
        sql<number>`sum(charge_cents)::bigint`.as('charges'),
        sql<number>`sum(at_risk_cents)::bigint`.as('atRisk'),
      ])
      .where('batch_id', '=', batch)
      .groupBy(sql.ref(column))
      .orderBy('atRisk', 'desc')
      .limit(200)
      .execute();
  const whole = await tx
    .selectFrom('batch_claims')
    .select([
      sql<number>`count(*) filter (where severity = 0)`.as('blocks'),
      sql<number>`count(*) filter (where severity = 1)`.as('warnings'),
      sql<number>`coalesce(sum(at_risk_cents), 0)::bigint`.as('atRisk'),
    ])
    .where('batch_id', '=', batch)
    .executeTakeFirstOrThrow();
  return {
    ...whole,
    told: {
      causes: summary.causes.map(({ id, severity, findings, claims, charges }) => ({
        id,
        severity: severity as 'block',
        findings,
        claims,
        charges,
      })),
      payers: await group('payer'),
      providers: await group('provider'),
      history: summary.history.seen,
      editions: summary.editions,
      notEvaluated: notEvaluated(summary),
    },
  };
}

function notEvaluated({ coverage, history }: BatchSummary): string[] {
  const lines = (outcome: string): number => coverage[outcome] ?? 0;
  return [
    ...(lines('incomplete') > 0
      ? [`Coverage of ${lines('incomplete')} lines waits for facts that a claim does not carry.`]
      : []),
    ...(lines('no-policy') > 0 ? [`No policy of the library judges ${lines('no-policy')} lines.`] : []),
    ...(history.claims === 0 ? ['Frequency over time: no claim names its patient.'] : []),
  ];
}
