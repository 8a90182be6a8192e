import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, expect, it } from 'vitest';
import { program } from '../program.ts';

const folder = mkdtempSync(join(tmpdir(), 'interspace-tables-command-'));
const tables = join(folder, 'tables');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = { out: '', err: '' };
  stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  const exit = await program(['library', ...args], { stdin: Readable.from([]), stdout, stderr, env: {} });
  return { exit, out: texts.out, err: texts.err.replace(/\s+/g, ' ') };
}

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\r\n`).join(''));
  return path;
}

const REASONS = ['code,type,start', 'PR,Group,', '45,CARC,1995-01-01', 'N1,RARC,2000-01-01'];

it('tells where a stranger finds more when the kind or the file is missing', async () => {
  for (const args of [[], ['mue']]) {
    const { exit, err } = await run('import', ...args);
    expect(exit).toBe(2);
    expect(err).toContain('interspace library import --help');
  }
});

it('names the option that helps', async () => {
  const pairs = file('pairs.txt', '11111\t22222\t\t20200101\t*\t1\tSequential procedure');
  const { err: setting } = await run('import', 'ncci-ptp', pairs, '--tables', tables);
  expect(setting).toContain('--setting practitioner');
  const { err: edition } = await run('import', 'ncci-ptp', pairs, '--setting', 'hospital', '--tables', tables);
  expect(edition).toContain('--edition 2026Q4');
});

it('refuses a list of another kind with the same labels', async () => {
  const modifiers = file('modifiers_2026-01.csv', 'code,type,category', '25,CPT,General', 'LT,HCPCS,Side');
  const { exit, err } = await run('import', 'carc-rarc', modifiers, '--tables', tables);
  expect(exit).toBe(2);
  expect(err).toContain('not a list of adjustment reason and remark codes: a row of it is of "CPT"');
});

it('says where the editions lie, and which of them no edit asks', async () => {
  const none = await run('list', '--tables', tables);
  expect(none.out).toContain(`No agency table is imported in ${tables}`);
  const imported = await run('import', 'carc-rarc', file('reasons_2026-01.csv', ...REASONS), '--tables', tables);
  expect(imported.out).toMatch(
    /^carc-rarc +2026-01 +2026-01-01 to open +3 rows, 3 codes \(only x12 check asks it\)\n$/,
  );
  const { exit, out } = await run('tables', '--tables', tables, '--verify');
  expect(exit).toBe(0);
  expect(out).toBe(`${imported.out}1 edition in ${tables}\n1 table read to the last byte, 0 damaged ones\n`);
});
