import { closeSync, ftruncateSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileSink } from '@interspace/batch/run/file-sink';
import { fileInput } from '@interspace/batch/run/input';
import { ownJudge } from '@interspace/batch/run/judges';
import { checkpointFor, checkpointKeeper, historyBeside } from '@interspace/batch/run/resume';
import { rendererFor } from '@interspace/batch/render/renderer';
import { runBatch } from '@interspace/batch/run/run-batch';
import type { BatchSummary } from '@interspace/batch/summary';
import { judgingTables } from '@interspace/library/tables/judging-tables';
import { openTables } from '@interspace/library/tables/open-tables';
import type { BatchJob, JobNews } from './job.ts';

const CHECKPOINT_MS = 500;

/**
 * Judges the file of a batch into its rows, going on where an earlier process was stopped when law, tables and file are
 * still the same. Writes the page for a manager beside it.
 */
export async function judgeFile(job: BatchJob, tell: (news: JobNews) => void): Promise<BatchSummary> {
  const { folder, library, context } = job;
  const shelf = openTables(job.tables);
  const settings = {
    library,
    tables: judgingTables(shelf).map(({ buffer }) => buffer),
    context,
    format: 'rows',
    maxIssues: 1000,
  } as const;
  const input = fileInput(folder.claims);
  const editions = shelf.editions.map(({ kind, edition, sha256 }) => [kind, edition, sha256]);
  const digest = createHash('sha256')
    .update(JSON.stringify([library.revision, context, editions]))
    .digest('hex');
  const historyFolder = historyBeside(folder.checkpoint);
  const run = { path: folder.checkpoint, digest, inputs: [input], output: folder.rows };
  const found = checkpointFor(run);
  // What cannot be gone on from is begun anew.
  const from = typeof found === 'string' ? undefined : found;
  if (!from) rmSync(historyFolder, { recursive: true, force: true });
  const rows = openSync(folder.rows, from ? 'r+' : 'w', 0o600);
  ftruncateSync(rows, from?.output ?? 0);
  const keep = checkpointKeeper(run, CHECKPOINT_MS);
  const judges = ownJudge(settings);
  try {
    const summary = await runBatch({
      inputs: [input],
      judges,
      format: 'rows',
      library: library.revision,
      quiet: false,
      historyFolder,
      ...(from ? { from } : {}),
      sink: fileSink(rows, from?.output ?? 0),
      written: () => rmSync(folder.checkpoint, { force: true }),
      progress: ({ bytes, claims }) => tell({ at: 'judging', bytes, claims }),
      checkpoint: (where) => {
        if (!keep(where)) return;
        const { claims, claimsWithBlock, claimsWithWarning, charges, atRisk } = where.tally;
        const tally = { claims, claimsWithBlock, claimsWithWarning, charges, atRisk };
        tell({ at: 'judging', bytes: where.splitter?.place.offset ?? input.size, claims, tally });
      },
    });
    writeFileSync(folder.report, rendererFor('html').closing(summary), { mode: 0o600 });
    return summary;
  } finally {
    closeSync(rows);
    await judges.close();
  }
}
