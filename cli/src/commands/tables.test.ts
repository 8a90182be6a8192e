import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from './run.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'interspace-tables-command-'));
const tables = join(folder, 'tables');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\r\n`).join(''));
  return path;
}

const REASONS = ['code,type,start', 'PR,Group,', '45,CARC,1995-01-01', 'N1,RARC,2000-01-01'];

it('tells where a stranger finds more when the kind or the file is missing', async () => {
  for (const args of [[], ['mue']]) {
    const { exit, err } = await run('library', 'import', ...args);
    expect(exit).toBe(2);
    expect(err).toContain('interspace library import --help');
  }
});

it('names the option that helps', async () => {
  const pairs = file('pairs.txt', '11111\t22222\t\t20200101\t*\t1\tSequential procedure');
  const { err: setting } = await run('library', 'import', 'ncci-ptp', pairs, '--tables', tables);
  expect(setting).toContain('--setting practitioner');
  const { err: edition } = await run(
    'library',
    'import',
    'ncci-ptp',
    pairs,
    '--setting',
    'hospital',
    '--tables',
    tables,
  );
  expect(edition).toContain('--edition 2026Q4');
});

it('refuses a list of another kind with the same labels', async () => {
  const modifiers = file('modifiers_2026-01.csv', 'code,type,category', '25,CPT,General', 'LT,HCPCS,Side');
  const { exit, err } = await run('library', 'import', 'carc-rarc', modifiers, '--tables', tables);
  expect(exit).toBe(2);
  expect(err).toContain('not a list of adjustment reason and remark codes: a row of it is of "CPT"');
});

it('says where the editions lie, and which of them no edit asks', async () => {
  const missing = await run('library', 'list', '--tables', tables);
  expect({ exit: missing.exit, out: missing.out }).toEqual({ exit: 2, out: '' });
  expect(missing.err).toContain(`${tables}: There is no such folder of tables.`);
  mkdirSync(tables);
  const none = await run('library', 'list', '--tables', tables);
  expect(none.out).toContain(`No agency table is imported in ${tables}`);
  const imported = await run(
    'library',
    'import',
    'carc-rarc',
    file('reasons_2026-01.csv', ...REASONS),
    '--tables',
    tables,
  );
  expect(imported.out).toMatch(
    /^carc-rarc +2026-01 +2026-01-01 to open +3 rows, 3 codes \(only x12 check asks it\)\n$/,
  );
  const { exit, out } = await run('library', 'tables', '--tables', tables, '--verify');
  expect(exit).toBe(0);
  expect(out).toBe(`${imported.out}1 edition in ${tables}\n1 table read to the last byte, 0 damaged ones\n`);
  writeFileSync(join(tables, 'carc-rarc', '2026-07.ist'), 'not a table');
  const damaged = await run('library', 'tables', '--tables', tables);
  expect(damaged.exit).toBe(1);
  expect(damaged.err).toContain('2026-07.ist: This table file cannot be used: it ends within its header.');
  expect(damaged.out).toContain('1 edition in');
});

it('refuses a kind that does not exist and names the nearest', async () => {
  const { exit, err } = await run('library', 'import', 'ncci-ptb', 'x.txt', '--tables', folder);
  expect(exit).toBe(2);
  expect(err).toContain('ncci-ptp');
});

it('takes name and first day of an edition from the command line', async () => {
  const places = file('places.csv', 'Place of Service Code(s),Place of Service Name', '11,Office', '24,Center');
  const said = ['--edition', '2026', '--effective', '2026-01-01', '--tables', join(folder, 'said')];
  const { exit, out, err } = await run('library', 'import', 'pos', places, ...said);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/^pos +2026 +2026-01-01 to 2026-12-31 +2 rows, 2 codes\n$/);
});
