/**
 * `node --import tsx bench/compare-parsers.ts [MB]`: one file, parsed by two public parsers (installed into a temporary
 * folder, parse only) and read by ours into claims with the place of every field. Medians of three runs, one process each.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventedClaims } from './invented-837p.ts';

const RUNS = 3;
const size = Number(process.argv[2] ?? 30) * 1e6;
const folder = mkdtempSync(join(tmpdir(), 'compare-parsers-'));
const { bytes, claims } = inventedClaims(size);
const file = join(folder, 'claims.837');
writeFileSync(file, bytes);
writeFileSync(join(folder, 'package.json'), '{"private":true}');
execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', 'x12-parser@1.3.0', 'node-x12@1.7.1'], {
  cwd: folder,
  stdio: ['ignore', 'ignore', 'inherit'],
  timeout: 120_000,
});

const PROGRAMS: Readonly<Record<string, string>> = {
  'x12-parser (parse only)': `
    const { X12parser } = require('x12-parser'); const fs = require('fs');
    const start = performance.now(); let n = 0;
    const parser = new X12parser(); parser.on('data', () => n++);
    parser.on('end', () => console.log(performance.now() - start));
    fs.createReadStream(process.argv[1], { highWaterMark: 1 << 20 }).pipe(parser);`,
  'node-x12 (stream, parse only)': `
    const { X12Parser } = require('node-x12'); const fs = require('fs');
    const start = performance.now(); let n = 0;
    const parser = new X12Parser(); parser.on('data', () => n++);
    parser.on('end', () => console.log(performance.now() - start));
    fs.createReadStream(process.argv[1], { highWaterMark: 1 << 20 }).pipe(parser);`,
};

console.log(`${(bytes.length / 1e6).toFixed(0)} MB, ${claims} claims`);
for (const [name, program] of Object.entries(PROGRAMS)) report(name, () => timed(['-e', program, file], folder));
report('ours (claims with places)', () => timed(['--import', 'tsx', 'bench/compare-ours.ts', file], process.cwd()));
rmSync(folder, { recursive: true, force: true });

function timed(args: readonly string[], cwd: string): number {
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', timeout: 300_000 });
  if (run.status !== 0) throw new Error(run.stderr || 'the parser did not end');
  return Number(run.stdout.trim().split('\n').at(-1));
}

function report(name: string, run: () => number): void {
  const times = Array.from({ length: RUNS }, run).toSorted((one, other) => one - other);
  const median = times[Math.floor(RUNS / 2)]!;
  const rate = `${(bytes.length / 1000 / median).toFixed(0)} MB/s, ${(claims / median).toFixed(1)} k claims/s`;
  console.log(`${name.padEnd(32)} ${median.toFixed(0).padStart(7)} ms  ${rate}`);
}
