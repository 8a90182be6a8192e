import type { Logger } from 'pino';
import { noteAnchors } from './audit-log/anchors.ts';
import { removeBatchFolder } from './batches/folder.ts';
import { appendAudit } from './audit-log/append.ts';
import { systemActor } from './store/actor.ts';
import { layStaleOnDesk } from './rulebook/stale-on-desk.ts';
import type { StaleRule } from './rulebook/stale.ts';
import { asSystem } from './store/in-practice.ts';
import type { Database } from './store/open-database.ts';

const EVERY_MS = 5 * 60_000;
/** A request that is repeated later than this is a new one. */
const KEYS_MS = 48 * 3_600_000;

/** Clears away what has expired, lays on the desk what is due to be read again, and notes the ends of the audit log outside the database, now and then. Answers how to stop. */
export function doChores(
  db: Database,
  home: string,
  log: Logger,
  stale: (now: Date) => readonly StaleRule[],
  keepBatchesDays?: number,
): () => Promise<void> {
  let laid = '';
  let ends: ReadonlyMap<string, number> = new Map();
  let running: Promise<void> = Promise.resolve();
  const round = async (): Promise<void> => {
    try {
      const now = new Date();
      await clearAway(db, now);
      if (keepBatchesDays !== undefined) await forgetBatches(db, home, keepBatchesDays, now);
      const due = stale(now);
      const seen = `${now.toISOString().slice(0, 10)} ${due.map(({ id }) => id).join(' ')}`;
      if (seen !== laid) await layStaleOnDesk(db, due, now);
      laid = seen;
      ends = await noteAnchors(db, home, ends);
    } catch (error) {
      // A database that is away comes back; the next round does it all.
      log.warn({ err: error }, 'chores');
    }
  };
  const timer = setInterval(() => {
    running = round();
  }, EVERY_MS);
  timer.unref();
  running = round();
  return async () => {
    clearInterval(timer);
    await running;
    await round();
  };
}

async function clearAway(db: Database, now: Date): Promise<void> {
  const moment = now.toISOString();
  await asSystem(db, async (tx) => {
    await tx.deleteFrom('web_sessions').where('expires_at', '<', moment).execute();
    await tx.deleteFrom('access_tokens').where('expires_at', '<', moment).execute();
    await tx.deleteFrom('spent_assertions').where('expires_at', '<', moment).execute();
    await tx.deleteFrom('oidc_flows').where('expires_at', '<', moment).execute();
    await tx
      .deleteFrom('idempotency_keys')
      .where('created_at', '<', new Date(now.getTime() - KEYS_MS).toISOString())
      .execute();
  });
}

/** Claim files and their rows, so many days after they were judged. Each removal stands in the audit log of its practice. */
export async function forgetBatches(db: Database, home: string, days: number, now: Date): Promise<void> {
  const before = new Date(now.getTime() - days * 86_400_000).toISOString();
  const gone = await asSystem(db, async (tx) => {
    const rows = await tx
      .deleteFrom('batches')
      .where('finished_at', '<', before)
      .returning(['id', 'practice_id'])
      .execute();
    for (const { id, practice_id } of rows)
      appendAudit(tx, systemActor(practice_id), 'batch.delete', `batch ${id}`, `kept for ${days} days`);
    return rows;
  });
  for (const { id } of gone) removeBatchFolder(home, id);
}
