/**
 * `node --import tsx bench/compare-parsers.ts [MB]`: one file, parsed by two public parsers (installed into a temporary
 * folder, parse only) and read by ours into claims with the place of every field. The best of three runs, one process each.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventedClaims } from './invented-837p.ts';
import { installParsers, PUBLIC_PARSERS, timed } from './scrub/public-parsers.ts';

const size = Number(process.argv[2] ?? 30) * 1e6;
const folder = mkdtempSync(join(tmpdir(), 'compare-parsers-'));
const { bytes, claims } = inventedClaims(size);
const file = join(folder, 'claims.837');
writeFileSync(file, bytes);
installParsers(folder);

console.log(`${(bytes.length / 1e6).toFixed(0)} MB, ${claims} claims`);
for (const [name, program] of Object.entries(PUBLIC_PARSERS)) report(name, timed(['-e', program, file], folder));
report('ours (claims with places)', timed(['--import', 'tsx', 'bench/compare-ours.ts', file], process.cwd()));
rmSync(folder, { recursive: true, force: true });

function report(name: string, least: number): void {
  const rate = `${(bytes.length / 1000 / least).toFixed(0)} MB/s, ${(claims / least).toFixed(1)} k claims/s`;
  console.log(`${name.padEnd(32)} ${least.toFixed(0).padStart(7)} ms  ${rate}`);
}
