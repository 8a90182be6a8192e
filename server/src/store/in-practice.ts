import { sql } from 'kysely';
import { flushAudit, startAudit } from '../audit-log/append.ts';
import type { Actor } from './actor.ts';
import type { Database } from './open-database.ts';
import type { Tx } from './tx.ts';

export type { Tx } from './tx.ts';

/**
 * One transaction in one practice: as a role that row-level security binds, with practice, person and role set for this
 * transaction only. A forgotten `where` shows nothing of another practice, and a physician sees the own patients.
 */
export async function inPractice<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(db, 'interspace_app', actor, work);
}

/** One transaction over all practices: signing in, jobs. Never with what a request says in place of a where. */
export async function asSystem<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(db, 'interspace_system', undefined, work);
}

/** The same, looking at one unmoving picture of the database. */
export async function onSnapshot<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(db, 'interspace_system', undefined, work, 'repeatable read');
}

async function within<T>(
  db: Database,
  role: 'interspace_app' | 'interspace_system',
  actor: Actor | undefined,
  work: (tx: Tx) => Promise<T>,
  isolation: 'read committed' | 'repeatable read' = 'read committed',
): Promise<T> {
  const transaction = isolation === 'read committed' ? db.transaction() : db.transaction().setIsolationLevel(isolation);
  return transaction.execute(async (tx) => {
    await sql`select set_config('role', ${role}, true),
      set_config('interspace.practice', ${actor?.practice ?? ''}, true),
      set_config('interspace.actor', ${actor?.id ?? ''}, true),
      set_config('interspace.role', ${actor?.role ?? 'system'}, true)`.execute(tx);
    startAudit(tx);
    const result = await work(tx);
    await flushAudit(tx);
    return result;
  });
}
