import { sql } from 'kysely';
import { asSystem } from '../store/in-practice.ts';
import type { Database } from '../store/open-database.ts';
import type { StaleRule } from './stale.ts';

const NAMED = 5;

/** Lays what is due on the compliance officer's desk in every practice, one item a kind, and clears away what was done. */
export async function layStaleOnDesk(db: Database, stale: readonly StaleRule[], now: Date): Promise<void> {
  const items = itemsOf(stale);
  const at = now.toISOString();
  await asSystem(db, async (tx) => {
    const practices = await tx.selectFrom('practices').select('id').execute();
    for (const { id: practice_id } of practices)
      for (const item of items)
        await tx
          .insertInto('work_items')
          .values({ practice_id, kind: 'stale-rule', role: 'compliance', ...item })
          .onConflict((conflict) =>
            conflict
              .columns(['practice_id', 'key'])
              .where('state', '<>', 'resolved')
              .doUpdateSet({ title: item.title, detail: item.detail, due: item.due }),
          )
          .execute();
    await tx
      .updateTable('work_items')
      .set({ state: 'resolved', resolved_at: at, updated_at: at })
      .where('kind', '=', 'stale-rule')
      .where('state', '<>', 'resolved')
      .where(sql<boolean>`key <> all(${items.map(({ key }) => key)}::text[])`)
      .execute();
  });
}

function itemsOf(stale: readonly StaleRule[]) {
  const tables = stale.filter(({ kind }) => kind === 'table');
  const rules = new Map<string, StaleRule[]>();
  for (const one of stale) if (one.kind !== 'table') rules.set(one.kind, [...(rules.get(one.kind) ?? []), one]);
  return [
    ...tables.map(({ id, why, due }) => ({
      key: `stale table ${id}`,
      title: `Table ${id}: a newer edition is due`,
      detail: `${why}. Library, “Take over a new edition”.`,
      due,
    })),
    ...[...rules].map(([kind, all]) => ({
      key: `stale ${kind}`,
      title: `${all.length} of kind “${kind}” are due to be compared with their sources again`,
      detail: `${all
        .slice(0, NAMED)
        .map(({ id }) => id)
        .join(', ')}${all.length > NAMED ? ' …' : ''}. Library lists all of them.`,
      due: all.map((one) => one.due).toSorted()[0] ?? '',
    })),
  ];
}
