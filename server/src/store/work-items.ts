import { sql } from 'kysely';
import type { z } from 'zod';
import type { WorkItem, WorkPage, WorkQuery } from '../contract/patients.ts';
import { may } from '../contract/roles.ts';
import type { Actor } from './actor.ts';
import type { Tx } from './in-practice.ts';
import { nameOf } from './patients.ts';

/** Things to do: the most urgent first; with counts by kind of all that is not resolved. */
export async function listWork(
  tx: Tx,
  actor: Actor,
  { kind, state, assignee, offset, limit }: z.output<typeof WorkQuery>,
): Promise<WorkPage> {
  const found = tx
    .selectFrom('work_items')
    .$if(kind !== undefined, (query) => query.where('work_items.kind', '=', kind ?? 'hold'))
    .$if(state === 'unresolved', (query) => query.where('work_items.state', '<>', 'resolved'))
    .$if(state !== 'unresolved', (query) => query.where('work_items.state', '=', state as 'open'))
    .$if(assignee === 'nobody', (query) => query.where('work_items.assignee_id', 'is', null))
    .$if(assignee !== undefined && assignee !== 'nobody', (query) =>
      query.where(sql<string>`work_items.assignee_id::text`, '=', assignee === 'me' ? actor.id : (assignee ?? '')),
    );
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const ids = await found
    .select('work_items.id')
    .orderBy(sql`array_position(array['high', 'normal', 'low'], work_items.priority)`)
    .orderBy('work_items.due', (order) => order.asc().nullsLast())
    .orderBy('work_items.created_at')
    .orderBy('work_items.id')
    .offset(offset)
    .limit(limit)
    .execute();
  const items = await workItems(
    tx,
    actor,
    ids.map(({ id }) => id),
  );
  return { total, offset, items, counts: await counts(tx) };
}

export async function findWork(tx: Tx, actor: Actor, id: string): Promise<WorkItem | undefined> {
  return (await workItems(tx, actor, [id]))[0];
}

async function counts(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx
    .selectFrom('work_items')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('number')])
    .where('state', '<>', 'resolved')
    .groupBy('kind')
    .execute();
  return Object.fromEntries(rows.map(({ kind, number }) => [kind, number]));
}

async function workItems(tx: Tx, actor: Actor, ids: readonly string[]): Promise<WorkItem[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('work_items')
    .leftJoin('patients', 'patients.id', 'work_items.patient_id')
    .leftJoin('accounts', 'accounts.id', 'work_items.assignee_id')
    .selectAll('work_items')
    .select(['patients.first_name', 'patients.last_name', 'accounts.name as assignee_name'])
    .where('work_items.id', 'in', [...ids])
    .execute();
  const comments = await tx
    .selectFrom('work_comments')
    .select(['item_id', 'at', 'by_name', 'text'])
    .where('item_id', 'in', [...ids])
    .orderBy('at')
    .execute();
  // Work is told to everybody, whose it is only to those who may open the chart.
  const named = actor.role !== 'system' && may(actor.role, 'chart:read');
  const items = rows.map((row): WorkItem => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    state: row.state,
    priority: row.priority,
    role: row.role,
    created: row.created_at,
    comments: comments
      .filter(({ item_id }) => item_id === row.id)
      .map(({ at, by_name, text }) => ({ at, by: by_name, text })),
    ...(row.detail === null ? {} : { detail: row.detail }),
    ...(row.assignee_id === null ? {} : { assignee: { id: row.assignee_id, name: row.assignee_name ?? '' } }),
    ...(named && row.patient_id !== null && row.last_name !== null
      ? {
          patient: { id: row.patient_id, name: nameOf({ first_name: row.first_name ?? '', last_name: row.last_name }) },
        }
      : {}),
    ...(row.encounter_id === null ? {} : { encounter: row.encounter_id }),
    ...(row.record_id === null ? {} : { record: row.record_id }),
    ...(row.finding === null ? {} : { finding: row.finding }),
    ...(row.question === null ? {} : { question: row.question }),
    ...(row.due === null ? {} : { due: row.due }),
    ...(row.amount_cents === null ? {} : { amount: row.amount_cents }),
  }));
  const place = new Map(ids.map((id, index) => [id, index]));
  return items.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
}
