/**
 * One scrub of one file in a process of its own, for ../scrub.ts: prints one line of JSON.
 *
 *   node run-one.mjs JOB.json
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileInput } from '../../batch/src/run/input.ts';
import { ownJudge, workerJudges } from '../../batch/src/run/judges.ts';
import { runBatch } from '../../batch/src/run/run-batch.ts';
import type { Library } from '../../core/src/model/library.ts';
import { openTables } from '../../library/src/tables/open-tables.ts';

export interface ScrubJob {
  readonly file: string;
  readonly folder: string;
  /** The compiled library as JSON. */
  readonly library: string;
  readonly tables: string;
  /** 0: everything in one thread. */
  readonly workers: number;
  readonly worker: string;
  readonly singly?: boolean;
}

export interface ScrubMeasure {
  readonly claims: number;
  readonly bytes: number;
  readonly rows: number;
  /** Opening all tables, in milliseconds. */
  readonly open: number;
  /** Seconds: from the first byte to the last written; reading and judging alone; of processor. */
  readonly seconds: number;
  readonly firstPass: number;
  readonly cpu: number;
  /** Microseconds of processor for a claim: in the second half of the file, when most answers are known; for the history. */
  readonly warm: number;
  readonly history: number;
  /** Megabytes, the highest and after each tenth of the file. */
  readonly memory: number;
  readonly memoryAt: readonly number[];
  readonly counts?: Readonly<Record<string, readonly [number, number]>>;
}

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ScrubJob;
const library = JSON.parse(readFileSync(job.library, 'utf8')) as Library;
const opening = performance.now();
const shelf = openTables(job.tables);
const tables = [...new Set(shelf.editions.map(({ kind }) => kind))].flatMap((kind) => {
  const opened = shelf.all(kind);
  return opened.ok ? opened.value.map(({ file }) => file) : [];
});
const open = performance.now() - opening;
const settings = {
  library,
  tables: tables.map(({ buffer }) => buffer),
  context: {},
  format: 'jsonl' as const,
  maxIssues: 100,
  singly: job.singly === true,
};
const judges = job.workers === 0 ? ownJudge(settings) : workerJudges(settings, job.workers, job.worker);
const output = join(job.folder, 'out.jsonl');
const out = openSync(output, 'w');
const input = fileInput(job.file);
const memoryAt: number[] = [];
let firstPass = 0;
let written = 0;
/** Processor and claims at half of the file, and when all of it is read. */
let [half, read] = [0, 0];
let [claimsAtHalf, claimsRead] = [0, 0];
const before = process.cpuUsage();
const start = performance.now();
const summary = await runBatch({
  inputs: [input],
  judges,
  sink: {
    // What was written is written over: a file of 5 GB has twice as much to say.
    write: (bytes) => {
      writeSync(out, bytes, 0, bytes.length, written % 100_000_000);
      written += bytes.length;
    },
  },
  format: 'jsonl',
  historyFolder: join(job.folder, 'history'),
  library: library.revision,
  progress: ({ bytes, claims, heaps }) => {
    if (heaps === undefined) {
      firstPass = performance.now() - start;
      [read, claimsRead] = [processor(), claims];
      if (2 * bytes <= input.size) [half, claimsAtHalf] = [read, claims];
    }
    if (bytes * 10 >= input.size * (memoryAt.length + 1)) memoryAt.push(Math.round(process.memoryUsage.rss() / 1e6));
  },
});
const seconds = (performance.now() - start) / 1000;
const used = processor();
const counts = judges.counts?.();
await judges.close();
closeSync(out);
rmSync(output);
const measure: ScrubMeasure = {
  claims: summary.claims,
  bytes: input.size,
  rows: tables.reduce((sum, { header }) => sum + (header.counts['rows'] ?? 0), 0),
  open,
  seconds,
  firstPass: firstPass / 1000,
  cpu: used / 1e6,
  warm: (read - half) / (claimsRead - claimsAtHalf),
  history: (used - read) / claimsRead,
  memory: process.resourceUsage().maxRSS / 1024,
  memoryAt,
  ...(counts === undefined ? {} : { counts }),
};
console.log(JSON.stringify(measure));

/** Microseconds of processor since the start. */
function processor(): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
