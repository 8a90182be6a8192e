import type { z } from 'zod';
import { sql } from 'kysely';
import type { Batch } from '../contract/batches.ts';
import type { Actor } from '../store/actor.ts';
import type { Tx } from '../store/in-practice.ts';

type BatchView = z.infer<typeof Batch>;

/** Newest first. */
export async function listBatches(
  tx: Tx,
  offset: number,
  limit: number,
): Promise<{ total: number; items: BatchView[] }> {
  const { total } = await tx
    .selectFrom('batches')
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await tx
    .selectFrom('batches')
    .select(COLUMNS)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, items: rows.map(viewOf) };
}

export async function findBatch(tx: Tx, id: string): Promise<BatchView | undefined> {
  const row = await tx.selectFrom('batches').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && viewOf(row);
}

/** A row for a file that is about to arrive. */
export async function newBatch(tx: Tx, actor: Actor, name: string): Promise<BatchView> {
  const row = await tx
    .insertInto('batches')
    .values({
      practice_id: actor.practice,
      name: name.slice(0, 200),
      state: 'receiving',
      bytes: 0,
      created_by: actor.id,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return viewOf(row);
}

/** Bytes of the claim files that somebody keeps. */
export async function bytesKeptBy(tx: Tx, actor: Actor): Promise<number> {
  const { bytes } = await tx
    .selectFrom('batches')
    .select(sql<number>`coalesce(sum(bytes), 0)::float8`.as('bytes'))
    .where('created_by', '=', actor.id)
    .executeTakeFirstOrThrow();
  return bytes;
}

/** The file is here whole. */
export async function arrived(tx: Tx, id: string, bytes: number): Promise<BatchView> {
  const row = await tx
    .updateTable('batches')
    .set({ state: 'queued', bytes })
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return viewOf(row);
}

export async function endBatch(
  tx: Tx,
  id: string,
  state: 'failed' | 'cancelled',
  problem: string | null,
): Promise<void> {
  await tx
    .updateTable('batches')
    .set({ state, problem, finished_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('state', 'in', ['receiving', 'queued', 'judging'])
    .execute();
}

const COLUMNS = [
  'id',
  'name',
  'state',
  'bytes',
  'bytes_done',
  'claims',
  'blocks',
  'warnings',
  'charges_cents',
  'at_risk_cents',
  'created_at',
  'finished_at',
  'problem',
] as const;

function viewOf(row: {
  id: string;
  name: string;
  state: BatchView['state'];
  bytes: number;
  bytes_done: number;
  claims: number;
  blocks: number;
  warnings: number;
  charges_cents: number;
  at_risk_cents: number;
  created_at: string;
  finished_at: string | null;
  problem: string | null;
}): BatchView {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    bytes: row.bytes,
    bytesDone: row.state === 'done' ? row.bytes : row.bytes_done,
    claims: row.claims,
    blocks: row.blocks,
    warnings: row.warnings,
    charges: row.charges_cents,
    moneyAtRisk: row.at_risk_cents,
    created: row.created_at,
    ...(row.finished_at === null ? {} : { finished: row.finished_at }),
    ...(row.problem === null ? {} : { problem: row.problem }),
  };
}
