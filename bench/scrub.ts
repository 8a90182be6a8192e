/**
 * The whole scrubber over a claim file: claims/s, MB/s and peak memory, on this thread or on workers.
 *
 *   node --import tsx bench/scrub.ts [--size 100MB | --file claims.837] [--tables FOLDER] [--workers 1,2] [--format jsonl]
 *
 * Without --file an invented file is made. Without --tables the library's own small tables judge.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { fileInput } from '../batch/src/run/input.ts';
import { ownJudge, workerJudges } from '../batch/src/run/judges.ts';
import { runBatch } from '../batch/src/run/run-batch.ts';
import type { BatchFormat } from '../batch/src/settings.ts';
import { openLibrary } from '../library/src/read.ts';
import { openTables } from '../library/src/tables/open-tables.ts';
import { bytesOf, generateFile } from './generate-claims.ts';

const args = process.argv.slice(2);
const flag = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'interspace-scrub-'));

async function main(): Promise<void> {
  const path = flag('--file') ?? join(folder, 'claims.837');
  if (!flag('--file')) {
    const made = generateFile(path, { bytes: bytesOf(flag('--size') ?? '100MB') });
    console.log(`${made.claims} invented claims, ${(made.bytes / 1e6).toFixed(0)} MB`);
  }
  const { library } = openLibrary(join(root, 'library'));
  const shelf = flag('--tables') === undefined ? undefined : openTables(flag('--tables'));
  const tables = [...new Set(shelf?.editions.map(({ kind }) => kind))].flatMap((kind) => {
    const opened = shelf!.all(kind);
    return opened.ok ? opened.value.map(({ file }) => file) : [];
  });
  const rows = tables.reduce((sum, { header }) => sum + (header.counts['rows'] ?? 0), 0);
  console.log(`${tables.length} tables, ${rows} rows`);
  const format = (flag('--format') ?? 'jsonl') as BatchFormat;
  const settings = { library, tables: tables.map(({ buffer }) => buffer), context: {}, format, maxIssues: 100 };
  for (const workers of (flag('--workers') ?? '1,2').split(',').map(Number)) {
    const judges = workers === 0 ? ownJudge(settings) : workerJudges(settings, workers, bundledWorker());
    const out = openSync(join(folder, 'out'), 'w');
    const input = fileInput(path);
    const start = performance.now();
    const before = process.cpuUsage();
    let firstPass = 0;
    const summary = await runBatch({
      inputs: [input],
      judges,
      sink: { write: (bytes) => void writeSync(out, bytes) },
      format,
      historyFolder: join(folder, 'history'),
      library: library.revision,
      progress: ({ heaps }) => {
        if (heaps === undefined) firstPass = performance.now();
      },
    });
    const seconds = (performance.now() - start) / 1000;
    const used = process.cpuUsage(before);
    const cpu = (used.user + used.system) / 1e6;
    await judges.close();
    closeSync(out);
    const rate = (of: number, time: number) => (of / time / 1000).toFixed(0);
    console.log(
      `workers ${workers}: ${rate(summary.claims, seconds)} k claims/s, ${(input.size / 1e6 / seconds).toFixed(0)} MB/s in ${seconds.toFixed(2)} s ` +
        `(${rate(summary.claims, cpu)} k claims a second of processor time; claims ${((firstPass - start) / 1000).toFixed(2)} s, then history); peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    );
  }
}

/** Workers run the bundle, as the command line does. */
function bundledWorker(): URL {
  const outfile = join(folder, 'worker.mjs');
  buildSync({
    entryPoints: [join(root, 'batch/src/worker-main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return pathToFileURL(outfile);
}

await main().finally(() => rmSync(folder, { recursive: true, force: true }));
