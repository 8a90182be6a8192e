/**
 * Kills an import at random and looks at what is left: the table in use must be whole every time, the old one or the
 * new one.
 *
 *   node --import tsx bench/kill-import.ts [--rounds 100] [--seed 1]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTable } from '../library/src/import/import-table.ts';
import { editionsOf } from '../library/src/tables/editions.ts';
import { verifyTables } from '../library/src/tables/verify.ts';
import { generatedPairs } from './generated-pairs.ts';

const PAIRS = 60_000;
const KIND = 'ncci-ptp-practitioner';

/** In the child: one import after the other of two different tables under the same name, until it is killed. */
async function importForever(directory: string, files: readonly string[]): Promise<never> {
  process.stdout.write('ready\n');
  for (let turn = 0; ; turn++) {
    const result = await importTable('ncci-ptp', [files[turn % files.length]!], { directory, acceptSmaller: true });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
  }
}

async function main(rounds: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'interspace-kill-'));
  const directory = join(folder, 'tables');
  const whole = new Set<string>();
  const files: string[] = [];
  for (const part of [1, 2]) {
    const path = join(folder, `ccipra-v323r0-f1.${part}.TXT`);
    writeFileSync(path, generatedPairs(PAIRS, part));
    files.push(path);
    const result = await importTable('ncci-ptp', [path], { directory, acceptSmaller: true });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    whole.add(result.value[0]!.sha256);
  }
  let state = seed >>> 0;
  let [bad, changed, leftovers] = [0, 0, 0];
  let last = '';
  for (let round = 0; round < rounds; round++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    await killed(directory, files, Math.floor((state / 2 ** 32) * 900));
    const { issues } = verifyTables(directory);
    const editions = editionsOf(directory, KIND);
    const [edition] = editions;
    const fine = issues.length === 0 && editions.length === 1 && edition !== undefined && whole.has(edition.sha256);
    if (!fine) {
      bad++;
      console.error(`round ${round}: ${JSON.stringify(issues)} ${editions.map((one) => one.sha256).join(' ')}`);
    }
    if (edition && edition.sha256 !== last) changed++;
    last = edition?.sha256 ?? '';
    leftovers = readdirSync(join(directory, KIND)).filter((name) => name.startsWith('.')).length;
  }
  rmSync(folder, { recursive: true });
  console.log(
    `${rounds} imports killed, ${bad} tables damaged; the table in use changed ${changed} times; ${leftovers} temporary files lay beside it at the end (swept by the next import).`,
  );
  process.exitCode = bad === 0 ? 0 : 1;
}

/** Starts the child, waits until it imports, and kills it some milliseconds later without a warning. */
function killed(directory: string, files: readonly string[], after: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(import.meta.url), '--child', directory, ...files],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const limit = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), after));
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(limit);
      // Ended by itself: it could not import at all.
      if (code !== null) reject(new Error(`the import ended with ${code}`));
      else resolve();
    });
  });
}

const given = process.argv.slice(2);
if (given[0] === '--child') await importForever(given[1]!, given.slice(2));
else {
  const number = (name: string, otherwise: number) =>
    given.includes(name) ? Number(given[given.indexOf(name) + 1]) : otherwise;
  await main(number('--rounds', 100), number('--seed', 1));
}
