import { constants, setPriority } from 'node:os';
import { Kysely, PostgresDialect } from 'kysely';
import { asSystem } from '../store/in-practice.ts';
import { makePool } from '../store/pool.ts';
import type { Tables } from '../store/tables.ts';
import { causesOf } from './causes.ts';
import type { BatchJob, JobNews } from './job.ts';
import { judgeFile } from './judge-file.ts';
import { keepRows } from './keep-rows.ts';

// A process of its own with lower priority: a large file must not make an order wait.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const tell = (news: JobNews): void => void process.send?.(news);
// Whoever started us is gone: what was done is kept, the next start goes on from it.
process.on('disconnect', () => process.exit(0));

process.once('message', (job: BatchJob) => {
  work(job)
    .then(() => tell({ at: 'done' }))
    .catch((error: unknown) => tell({ at: 'failed', why: error instanceof Error ? error.name : 'fault' }))
    .finally(() => process.disconnect?.());
});

async function work(job: BatchJob): Promise<void> {
  const summary = await judgeFile(job, tell);
  const pool = makePool({ ...job.connection, max: 1 }, 'interspace batch');
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await asSystem(db, async (tx) => {
      const { id: batch, practice, folder } = job;
      const kept = await keepRows(tx, { practice, batch, file: folder.rows }, (rows) => tell({ at: 'keeping', rows }));
      const causes = await causesOf(tx, batch, summary);
      await tx
        .updateTable('batches')
        .set({
          state: 'done',
          claims: summary.claims,
          blocks: causes.blocks,
          warnings: causes.warnings,
          charges_cents: summary.charges,
          at_risk_cents: causes.atRisk,
          finished_at: new Date().toISOString(),
          summary: JSON.stringify({ ...causes.told, issues: kept.issues, claimsOfFile: kept.claims }),
        })
        .where('id', '=', batch)
        .execute();
    });
  } finally {
    await db.destroy();
  }
}
