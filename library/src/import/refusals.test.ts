import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { editionsOf, listEditions } from '../tables/editions.ts';
import { judgingTables } from '../tables/judging-tables.ts';
import { openTables } from '../tables/open-tables.ts';
import { verifyTables } from '../tables/verify.ts';
import { date } from '@interspace/core/model/date';
import { type ImportKind, importTable } from './import-table.ts';
import { temporaryFolder } from './testing/shelf.ts';
import { zipOf } from './testing/zip-of.ts';

const ROW = (one: number) => `${one}\t99999\t\t20200101\t*\t1\tMisuse of Column Two code with Column One code`;
const PAIRS = [
  ...Array.from({ length: 40 }, (_, index) => ROW(11_100 + index)),
  'A0001\t99999\t\t20200101\t*\t1\tMutually exclusive procedures',
  '',
].join('\r\n');
const NAME = 'ccipra-v323r0-f1.TXT';

/** A folder with an edition in use. */
async function inUse() {
  const folder = temporaryFolder();
  const directory = join(folder, 'tables');
  const path = join(folder, NAME);
  writeFileSync(path, PAIRS);
  const first = await importTable('ncci-ptp', [path], { directory });
  expect(first.ok).toBe(true);
  let before = readFileSync(editionsOf(directory, 'ncci-ptp-practitioner')[0]!.path);
  const attempt = async (name: string, content: string | Buffer, kind: ImportKind = 'ncci-ptp') => {
    mkdirSync(join(folder, 'try'), { recursive: true });
    const file = join(folder, 'try', name);
    writeFileSync(file, content);
    const result = await importTable(kind, [file], { directory });
    // When it is refused, what was in use is byte for byte what it was; and never is a temporary file left.
    const after = readFileSync(editionsOf(directory, 'ncci-ptp-practitioner')[0]!.path);
    const untouched = result.ok || after.equals(before);
    before = after;
    expect({ untouched, files: readdirSync(join(directory, 'ncci-ptp-practitioner')) }).toEqual({
      untouched: true,
      files: ['2026Q4.ist'],
    });
    return result;
  };
  return { directory, attempt };
}

describe('a file that cannot be used is refused whole', () => {
  const packed = gzipSync(PAIRS);
  const archive = zipOf({ [NAME]: PAIRS });
  const flipped = Buffer.from(archive);
  flipped[60]! ^= 0xff;

  it.each([
    ['cut inside a row', NAME, PAIRS.slice(0, 900), 'library/import'],
    ['cut inside a rationale', NAME, PAIRS.slice(0, -8), 'library/import/truncated-file'],
    ['its end missing', NAME, PAIRS.split('\r\n').slice(0, 38).join('\r\n') + '\r\n', 'library/import/parts-missing'],
    [
      'a tenth of it missing',
      'ccipra-v323r0.txt',
      PAIRS.split('\r\n').slice(5).join('\r\n'),
      'library/import/much-smaller',
    ],
    ['gzip cut off', `${NAME}.gz`, packed.subarray(0, packed.length - 20), 'library/import/damaged-file'],
    ['archive cut off', 'x.zip', archive.subarray(0, archive.length - 30), 'library/import/damaged-file'],
    ['archive with a flipped byte', 'x.zip', flipped, 'library/import/damaged-file'],
    ['a bad date', NAME, PAIRS.replace('20200101', '20201301'), 'library/import/bad-row'],
    ['a bad indicator', NAME, PAIRS.replace('*\t1', '*\t7'), 'library/import/bad-row'],
    ['a damaged code', NAME, PAIRS.replace('11105', '1\x0005'), 'library/import'],
    ['a web page', NAME, '<!DOCTYPE html><html><body>Accept the licence</body></html>', 'library/import/wrong-file'],
    ['a PDF', 'x.txt', '%PDF-1.7 ...', 'library/import/wrong-file'],
    ['an empty file', NAME, '', 'library/import/damaged-file'],
    ['some other table', 'x.csv', 'a,b,c\r\n1,2,3\r\n', 'library/import/wrong-file'],
    ['a file that does not say its quarter', 'ccipra-parts.txt', PAIRS, 'library/import/edition-unknown'],
    ['a file that does not say its setting', 'pairs-v323r0-f1.txt', PAIRS, 'library/import/setting-unknown'],
  ])('%s', async (_, name, content, code) => {
    const { attempt } = await inUse();
    const result = await attempt(name, content);
    expect(result.ok).toBe(false);
    expect(result.issues[0]?.code.startsWith(code)).toBe(true);
    expect(result.issues[0]?.at ?? '').not.toBe(undefined);
  });

  it('never takes a part of the file, wherever it is cut', async () => {
    const { attempt } = await inUse();
    for (let length = 1; length < PAIRS.length; length += length < PAIRS.length - 160 ? 37 : 1) {
      const result = await attempt(NAME, PAIRS.slice(0, length));
      // Only a cut exactly behind a row may pass, and then only with more than half of the rows and a warning or none.
      if (result.ok) expect(PAIRS.slice(0, length)).toMatch(/(Column One code|exclusive procedures)\r?\n?$/);
    }
  });

  it('says where: line, why and what to do', async () => {
    const { attempt } = await inUse();
    const result = await attempt(NAME, PAIRS.replace('11105\t99999\t\t20200101', '11105\t99999\t\t2020'));
    expect(result.issues[0]?.at).toMatch(/ccipra-v323r0-f1\.TXT:6$/);
  });

  it('tells of leading zeros that a spreadsheet dropped', async () => {
    const { attempt } = await inUse();
    const result = await attempt(
      'MCR_MUE_PractitionerServices_Eff_10-01-2026.csv',
      'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n100,1,3 Date of Service Edit: Clinical,Clinical: Data\r\n',
      'mue',
    );
    expect(result.issues[0]?.hint).toContain('leading zeros');
  });
});

describe('a table of code pairs that an earlier release wrote', () => {
  it('is left out with a word, and read again once it is imported again', async () => {
    const { directory, attempt } = await inUse();
    const [info] = listEditions(directory);
    const bytes = readFileSync(info!.path);
    bytes.writeUInt32LE(1, 8);
    writeFileSync(info!.path, bytes);
    const told: string[] = [];
    const left = judgingTables(openTables(directory), ({ level, message, hint }) =>
      told.push(`${level}: ${message} ${hint}`),
    );
    expect(left).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/^warning: .*earlier release wrote it.*Import the edition again/)]);
    expect(verifyTables(directory).issues).toHaveLength(1);
    const again = await attempt('ccipra-v323r0-f1.TXT', PAIRS.replace('20200101', '20200102'));
    expect(again.ok).toBe(true);
    expect(judgingTables(openTables(directory), ({ message }) => told.push(message))).toHaveLength(1);
    expect(told).toHaveLength(1);
  });
});

describe('a table file that was damaged later', () => {
  it('is refused on opening when its structure is hurt, and found by verification when a byte is', async () => {
    const { directory } = await inUse();
    const [info] = listEditions(directory);
    const bytes = readFileSync(info!.path);
    expect(verifyTables(directory)).toEqual({ checked: 1, issues: [] });
    for (let at = 0; at < bytes.length; at += 11) {
      const hurt = Buffer.from(bytes);
      hurt[at]! ^= 0x10;
      writeFileSync(info!.path, hurt);
      expect(verifyTables(directory).issues.length).toBe(1);
      const shelf = openTables(directory);
      const opened = shelf.on('ncci-ptp-practitioner', date('2026-10-10'));
      // Either it is not listed, and that is told, or it opens: never an exception, never a hang.
      expect(typeof opened.ok).toBe('boolean');
      expect(shelf.editions.length + shelf.unread.length).toBe(1);
    }
    for (const length of [0, 10, 63, 64, 200, bytes.length - 1]) {
      writeFileSync(info!.path, bytes.subarray(0, length));
      expect(verifyTables(directory).issues.length).toBe(1);
      expect(listEditions(directory)).toEqual([]);
      const told: unknown[] = [];
      judgingTables(openTables(directory), ({ code, level, at }) => told.push({ code, level, at }));
      expect(told).toEqual([{ code: 'library/tables/damaged', level: 'warning', at: info!.path }]);
    }
  });
});
