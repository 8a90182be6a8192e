/**
 * Kills a resumable scrub at random moments and goes on until it is done; the bytes must be those of an unbroken run.
 *
 *   node --import tsx bench/kill-scrub.ts [--kills 100] [--size 40MB] [--workers 2] [--tables FOLDER] [--seed 1] [--format jsonl]
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bytesOf, generateFile } from './generate-claims.ts';
import { numbers } from './generate-claims/numbers.ts';

const args = process.argv.slice(2);
const flag = (name: string, or: string): string => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? or) : or);
const kills = Number(flag('--kills', '100'));
const draw = numbers(Number(flag('--seed', '1')));
const folder = mkdtempSync(join(tmpdir(), 'interspace-kill-'));
const claims = join(folder, 'claims.837');
const command = resolve(import.meta.dirname, '..', 'interspace');
const none = join(folder, 'no-tables');
mkdirSync(none);
const more = ['--workers', flag('--workers', '2'), '--tables', flag('--tables', none)];

/** Runs the scrub; kills it after `after` milliseconds when given. The exit code, or `killed`. */
function scrub(output: string, extra: readonly string[], after?: number): Promise<number | 'killed'> {
  return new Promise((done) => {
    const child = spawn(
      command,
      ['scrub', claims, '--format', flag('--format', 'jsonl'), '--output', output, ...more, ...extra],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        detached: true,
      },
    );
    const timer = after === undefined ? undefined : setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), after);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      done(signal === null ? (code ?? -1) : 'killed');
    });
  });
}

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

async function main(): Promise<void> {
  const made = generateFile(claims, { bytes: bytesOf(flag('--size', '40MB')) });
  const whole = join(folder, 'whole.jsonl');
  const started = performance.now();
  const unbroken = await scrub(whole, []);
  // Findings are expected: the files have faults.
  if (unbroken !== 0 && unbroken !== 1) throw new Error(`the unbroken run ended with ${unbroken}`);
  const time = performance.now() - started;
  console.log(`${made.claims} claims; an unbroken run takes ${(time / 1000).toFixed(1)} s`);
  let [killed, runs, wrong, resumed] = [0, 0, 0, 0];
  while (killed < kills) {
    const output = join(folder, 'broken.jsonl');
    const checkpoint = join(folder, 'checkpoint');
    runs++;
    for (let attempt = 0; ; attempt++) {
      if (existsSync(checkpoint)) resumed++;
      // Some kills come before the first checkpoint, some in the middle, some while history is judged.
      const ended = await scrub(output, ['--resume', checkpoint], killed < kills ? 300 + draw.below(time) : undefined);
      if (ended !== 'killed') break;
      killed++;
      if (attempt > 200) throw new Error('the run does not get on');
    }
    const same = digest(output) === digest(whole);
    if (!same) wrong++;
    if (existsSync(checkpoint)) console.log('a finished run left its checkpoint');
    console.log(`run ${runs}: ${killed} kills so far, ${same ? 'the same bytes' : 'OTHER BYTES'}`);
    rmSync(output, { force: true });
  }
  console.log(
    `${killed} kills over ${runs} runs, ${resumed} times gone on from a checkpoint: ${wrong === 0 ? 'every output identical' : `${wrong} outputs differ`}`,
  );
  process.exitCode = wrong === 0 ? 0 : 1;
}

await main().finally(() => rmSync(folder, { recursive: true, force: true }));
