/**
 * `npm run bench:launcher [-- --runs N]`: how long one note takes from the command line to its printed Review, beside a
 * Node.js that does nothing, by turns so that both meet the same machine: median, fastest, slowest.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 20 : Math.max(1, Number(process.argv[at + 1]) || 20);
const note = 'examples/notes/tfesi-l4-l5.txt';
const review = [resolve(root, 'bin', 'interspace.mjs'), 'review', note, '--state', 'OH', '--on', '2026-03-02'];

// The first run may install, bundle and keep bytecode; the second is the first of the later ones.
for (let run = 0; run < 2; run++) time(review);
const bare: number[] = [];
const ours: number[] = [];
for (let run = 0; run < runs; run++) {
  bare.push(time(['-e', '0']));
  ours.push(time(review));
}
print('node -e 0', bare);
print('interspace review', ours);

/** Milliseconds; ends the process when the command could not run. */
function time(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  const taken = performance.now() - start;
  if (status === 0 || status === 1) return taken;
  console.error(`node ${args.join(' ')} ended with ${status ?? error?.message}\n${stderr}`);
  process.exit(2);
}

function print(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other);
  const [fastest, median, slowest] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map((ms = 0) =>
    ms.toFixed(0),
  );
  console.log(
    `${name.padEnd(18)} ${times.length} runs: median ${median} ms, fastest ${fastest} ms, slowest ${slowest} ms`,
  );
}
