/**
 * `npm run bench:launcher [-- --runs N] [--against FOLDER]`: how long one note takes from the command line to its printed
 * Review, beside a Node.js that does nothing, by turns so that all meet the same machine: median, fastest, slowest, and
 * how many times as long as Node.js alone. Against the checkout in another folder, which takes part in the turns, too.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const runs = Math.max(1, Number(valueOf('--runs')) || 20);
const against = valueOf('--against');

const task = ['review', resolve(root, 'examples/notes/tfesi-l4-l5.txt'), '--state', 'OH', '--on', '2026-03-02'];
const contestants: { name: string; command: string; args: readonly string[]; times: number[] }[] = [
  { name: 'node -e 0', command: process.execPath, args: ['-e', '0'], times: [] },
  { name: './interspace review', command: resolve(root, 'interspace'), args: task, times: [] },
  {
    name: 'without an image',
    command: process.execPath,
    args: [resolve(root, 'bin', 'interspace.mjs'), ...task],
    times: [],
  },
];
if (against) contestants.push({ name: against, command: resolve(against, 'interspace'), args: task, times: [] });

// The first run may install, bundle and take an image; the second is the first of the later ones.
for (let run = -2; run < runs; run++)
  for (const { command, args, times } of contestants) {
    const taken = time(command, args);
    if (run >= 0) times.push(taken);
  }
const alone = quantile(contestants[0]?.times ?? [], 0.5);
for (const { name, times } of contestants) {
  const [fastest, median, slowest] = [0, 0.5, 1].map((share) => quantile(times, share));
  const figures = `median ${median?.toFixed(0)} ms, fastest ${fastest?.toFixed(0)} ms, slowest ${slowest?.toFixed(0)} ms`;
  console.log(`${name.padEnd(20)} ${times.length} runs: ${figures}; ${((median ?? 0) / alone).toFixed(2)} × node`);
}

/** Milliseconds; ends the process when the command could not run. */
function time(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8', timeout: 120_000 });
  const taken = performance.now() - start;
  if (status === 0 || status === 1) return taken;
  console.error(`${command} ${args.join(' ')} ended with ${status ?? error?.message}\n${stderr}`);
  process.exit(2);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function valueOf(flag: string): string | undefined {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
}
