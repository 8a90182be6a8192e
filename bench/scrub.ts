/**
 * Everything that is to be known about the speed and memory of the scrubber, in one run: reading against a bare loop, the
 * whole scrub on one core and on two with every table at full size, public parsers on the same file, memory over sizes.
 *
 *   npm run bench:scrub -- [--size 50MB] [--full] [--no-parsers] [--practices 2] [--runs 3]
 *
 * --size is the file of all comparisons; 500 MB are scrubbed beside it, with --full 5 GB too. Files are invented, seeded,
 * and made anew; the agencies' tables come from ../shared/data when it is there.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf, generateFile } from './generate-claims.ts';
import { importAll, prepare, type Prepared } from './scrub/prepare.ts';
import { installParsers, PUBLIC_PARSERS, timed } from './scrub/public-parsers.ts';
import type { ScrubJob, ScrubMeasure } from './scrub/run-one.ts';

const args = process.argv.slice(2);
const flag = (name: string, or: string): string => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? or) : or);
const folder = mkdtempSync(join(tmpdir(), 'interspace-bench-scrub-'));
/** As the command starts it: read from there, so that what is measured is what users run. */
const LAUNCHER =
  /scrub \]; then\n([^]*?)\nfi/.exec(readFileSync(join(import.meta.dirname, '../interspace'), 'utf8'))?.[1] ?? '';
const FLAGS = LAUNCHER.match(/--[a-z-]+=\d+/g) ?? [];
const ENVIRONMENT = Object.fromEntries(
  [...LAUNCHER.matchAll(/\$\{(MALLOC_\w+)-(\d+)\}/g)].map(([, name, value]) => [name, value]),
);
if (FLAGS.length === 0) throw new Error('how the command starts a scrub was not found in ./interspace');
const FULL = 2_500_000;
const SMALL = 10_000;
const runs = Number(flag('--runs', '3'));
/** Where it exists, one core is one core: no thread of the engine underneath helps from another one. */
const pinned = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

async function main(): Promise<void> {
  console.log(`node ${process.version}, ${availableParallelism()} cores, ${new Date().toISOString().slice(0, 10)}`);
  const programs = await prepare(folder);
  const tables = join(folder, 'tables');
  const absent = await importAll(tables, folder, FULL);
  for (const name of absent) console.log(`not on the shelf: ${name}`);
  const size = flag('--size', '50MB');
  const file = claimFile(size);

  console.log('\nREADING, the first 50 MB of the file; best of eight, in turns');
  process.stdout.write(node([programs.parts, file.path, tables], false));

  console.log('\nWHOLE SCRUB, every table at full size; JSON Lines to a file, history included');
  const sizes = [...new Set([size, '500MB', ...(args.includes('--full') ? ['5GB'] : [])])];
  const measured: ScrubMeasure[] = [];
  for (const each of sizes) {
    const made = each === size ? file : claimFile(each);
    for (const workers of [0, 2]) {
      const best = bestOf(programs, { file: made.path, tables, workers }, bytesOf(each) > 2e8 ? 1 : runs);
      measured.push(best);
      report(each, workers, best);
    }
    if (made !== file) rmSync(made.path);
  }

  if (!args.includes('--no-parsers') && installParsers(folder)) {
    console.log(`\nPUBLIC PARSERS, parse only, ${size}`);
    const own = measured[0]!;
    for (const [name, program] of Object.entries(PUBLIC_PARSERS)) {
      const seconds = timed(['-e', program, file.path], folder, runs) / 1000;
      const rate = `${(own.bytes / 1e6 / seconds).toFixed(1)} MB/s, ${(own.claims / seconds / 1000).toFixed(1)} k claims/s`;
      console.log(
        `${name.padEnd(30)} ${rate}; the whole scrub on one core is ${(seconds / own.seconds).toFixed(1)} times as fast`,
      );
    }
  }

  console.log(`\nCOST OF A CLAIM by size of the pair table, ${size}, one core`);
  const few = join(folder, 'few');
  await importAll(few, folder, SMALL);
  for (const [pairs, from] of [
    [SMALL, few],
    [FULL, tables],
  ] as const) {
    const { seconds, claims } = bestOf(programs, { file: file.path, tables: from, workers: 0 }, runs);
    console.log(`${pairs.toLocaleString('en-US').padStart(10)} rows   ${((seconds / claims) * 1e6).toFixed(2)} µs`);
  }
}

function claimFile(size: string): { readonly path: string } {
  const bytes = bytesOf(size);
  const { bavail, bsize } = statfsSync(folder);
  if (bytes * 1.6 > bavail * bsize) throw new Error(`no room for ${size} in ${folder}`);
  const path = join(folder, `claims-${size}.837`);
  const made = generateFile(path, { bytes, practices: Number(flag('--practices', '2')) });
  const faults = Object.values(made.faults).reduce((sum, count) => sum + count, 0);
  console.log(
    `\n${size}: ${made.claims.toLocaleString('en-US')} invented claims, a fault put into ${faults.toLocaleString('en-US')}`,
  );
  return { path };
}

function bestOf(programs: Prepared, job: Pick<ScrubJob, 'file' | 'tables' | 'workers'>, times: number): ScrubMeasure {
  let best: ScrubMeasure | undefined;
  for (let run = 0; run < times; run++) {
    const own = join(folder, `run-${run}`);
    mkdirSync(own, { recursive: true });
    const path = join(own, 'job.json');
    writeFileSync(path, JSON.stringify({ ...job, folder: own, library: programs.library, worker: programs.worker }));
    const measure = JSON.parse(node([...FLAGS, programs.run, path], job.workers === 0)) as ScrubMeasure;
    if (!best || measure.seconds < best.seconds) best = measure;
    rmSync(own, { recursive: true, force: true });
  }
  return best!;
}

function node(command: readonly string[], oneCore: boolean): string {
  const whole =
    oneCore && pinned ? ['taskset', '-c', '0', process.execPath, ...command] : [process.execPath, ...command];
  const env = { ...process.env, ...ENVIRONMENT };
  const done = spawnSync(whole[0]!, whole.slice(1), { encoding: 'utf8', timeout: 3_600_000, maxBuffer: 1 << 26, env });
  if (done.status !== 0) throw new Error(done.stderr || `ended by ${done.signal}`);
  return done.stdout;
}

function report(size: string, workers: number, measure: ScrubMeasure): void {
  const { claims, bytes, seconds, firstPass, cpu, warm, history, memory, memoryAt, open, rows, counts } = measure;
  const rate = (of: number): string => (of / seconds / 1000).toFixed(1);
  console.log(
    `${size.padEnd(6)} ${workers === 0 ? 'one core ' : 'two cores'}  ${rate(claims).padStart(6)} k claims/s  ${rate(bytes / 1000).padStart(5)} MB/s  ` +
      `${seconds.toFixed(2)} s (${firstPass.toFixed(2)} s claims, then history; ${cpu.toFixed(2)} s of processor: a claim ${warm.toFixed(1)} µs in the second half, ${history.toFixed(1)} µs in the history)`,
  );
  console.log(
    `       memory ${memory.toFixed(0)} MB at most; after each tenth ${memoryAt.join(' ')}; ${rows.toLocaleString('en-US')} rows of tables opened in ${open.toFixed(0)} ms`,
  );
  if (!counts) return;
  const shares = Object.entries(counts).map(([name, [hits, misses]]) => {
    const share = hits + misses === 0 ? '–' : `${((100 * hits) / (hits + misses)).toFixed(1)} %`;
    return `${name} ${share} of ${(hits + misses).toLocaleString('en-US')}`;
  });
  console.log(`       answers known: ${shares.join(', ')}`);
}

await main().finally(() => rmSync(folder, { recursive: true, force: true }));
