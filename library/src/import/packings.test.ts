import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTable } from '@interspace/core/edits/agency/layout';
import { editionsOf } from '../tables/editions.ts';
import { type ImportKind, importTable } from './import-table.ts';
import { temporaryFolder } from './testing/shelf.ts';
import { workbookOf, zipOf } from './testing/zip-of.ts';

/** Invented rows; the same table however a user got hold of it. */
const HEADER = [
  'Column 1',
  'Column 2',
  '*=in existence prior to 1996',
  'Effective Date',
  'Deletion Date *=no data',
].concat('Modifier 0=not allowed 1=allowed 9=not applicable', 'PTP Edit Rationale');
const ROWS = [
  ['00100', '22222', '', '20150101', '20191231', '0', 'More extensive procedure'],
  ['00100', '22222', '', '20200101', '*', '1', 'More extensive procedure'],
  ['11111', '3333T', '*', '19950101', '*', '0', 'Sequential procedure'],
  ['Q0001', '22222', '', '20200101', '20200101', '9', 'Laboratory panel'],
];
const tabs = (rows: readonly (readonly string[])[], end = '\r\n') => rows.map((row) => row.join('\t') + end).join('');
const quoted = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.map((cell) => `"${cell}"`).join()}\r\n`).join('');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

type Files = Readonly<Record<string, string | Buffer>>;

async function imported(kind: ImportKind, files: Files) {
  const folder = temporaryFolder();
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
  const directory = join(folder, 'tables');
  const result = await importTable(kind, paths, { directory });
  return { result, directory };
}

/** Every byte of the table behind its header, which names the sources. */
async function bytesOf(kind: ImportKind, files: Files) {
  const { result, directory } = await imported(kind, files);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const file = readFileSync(editionsOf(directory, result.value[0]!.kind)[0]!.path);
  const shared = new SharedArrayBuffer(file.length);
  new Uint8Array(shared).set(file);
  const table = readTable(shared);
  if (typeof table === 'string') throw new Error(table);
  return file.subarray(table.header.sections[0]!.offset).toString('base64');
}

describe('the same table from every packing', () => {
  const name = 'ccipra-v323r0-f1';
  it.each<[string, Files]>([
    ['without a header', { [`${name}.txt`]: tabs(ROWS) }],
    ['with a byte order mark', { [`${name}.txt`]: `\ufeff${tabs([HEADER, ...ROWS])}` }],
    ['two bytes a character, as "Unicode text"', { [`${name}.txt`]: utf16(tabs([HEADER, ...ROWS])) }],
    ['in an archive, two bytes a character', { 'x.zip': zipOf({ [`${name}.txt`]: utf16(tabs(ROWS)) }) }],
    ['lines that end as on old Macintoshes', { [`${name}.txt`]: tabs([HEADER, ...ROWS], '\r') }],
    ['every cell in quotes', { [`${name}.csv`]: quoted([HEADER, ...ROWS]) }],
    ['a workbook', { [`${name}.xlsx`]: workbookOf([HEADER, ...ROWS]) }],
  ])('%s', async (_, files) => {
    expect(await bytesOf('ncci-ptp', files)).toBe(
      await bytesOf('ncci-ptp', { [`${name}.TXT`]: tabs([HEADER, ...ROWS]) }),
    );
  });

  const limits = [
    ['11111', '2', '3 Date of Service Edit: Clinical', 'Clinical: Data'],
    ['G0001', '1', '1 Line Edit', 'CMS Policy'],
  ];
  const labels = ['HCPCS/CPT Code', 'Practitioner Services MUE Values', 'MUE Adjudication Indicator', 'MUE Rationale'];
  const mue = 'MCR_MUE_PractitionerServices_Eff_10-01-2026';
  const prefixed = zipOf({
    'xl/workbook.xml': '<x:workbook/>',
    'xl/worksheets/sheet1.xml': `<x:worksheet><x:sheetData>${[labels, ...limits]
      .map(
        (row) =>
          `<x:row>${row.map((cell) => `<x:c t="inlineStr"><x:is><x:t>${cell}</x:t></x:is></x:c>`).join('')}</x:row>`,
      )
      .join('')}</x:sheetData></x:worksheet>`,
  });
  it.each<[string, Files]>([
    ['without a header', { [`${mue}.csv`]: quoted(limits) }],
    ['without a header, below a notice', { [`${mue}.csv`]: `"A notice\r\nof two lines",,,\r\n${quoted(limits)}` }],
    ['tabs', { [`${mue}.txt`]: tabs([labels, ...limits]) }],
    ['a workbook whose names have a prefix', { [`${mue}.xlsx`]: prefixed }],
  ])('unit limits %s', async (_, files) => {
    expect(await bytesOf('mue', files)).toBe(await bytesOf('mue', { [`${mue}.csv`]: quoted([labels, ...limits]) }));
  });

  it('add-ons without a header', async () => {
    const rows = ['1,22222,,11111,,2020001,,', '2,4444T,,CCCCC,,2026091,,Contractor', ''].join('\r\n');
    const header =
      'AOC_Edit_Type,Add-On_Code,AOC_DelDT,Primary_Code,Primary_Code_DelDT,AOC_Edit_EffDT,AOC_Edit_DelDT,Special_Instruction_Notes\r\n';
    const csv = 'AOC_V2026Q2-MCR.csv';
    expect(await bytesOf('aoc', { [csv]: rows })).toBe(await bytesOf('aoc', { [csv]: header + rows }));
  });

  it('numbers as spreadsheets keep them', async () => {
    const labels = ['Medicare Administrative Contractor (MAC)', 'State', 'Locality Number', 'Locality Name'].concat(
      '2026 PW GPCI (with 1.0 Floor)',
      '2026 PE GPCI',
      '2026 MP GPCI',
    );
    const row = ['10112', 'XX', '00', 'INVENTED', '1', '0.869', '0.575'];
    const sheet = [labels, row]
      .map((cells) => `<row>${cells.map((cell, at) => cellOf(cell, at)).join('')}</row>`)
      .join('');
    const files = {
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    };
    expect(await bytesOf('gpci', { 'GPCI2026.xlsx': zipOf(files) })).toBe(
      await bytesOf('gpci', { 'GPCI2026.csv': quoted([labels, row]) }),
    );
  });
  const cellOf = (text: string, at: number) =>
    at > 3 && /^\d/.test(text) && !text.includes(' ')
      ? `<c><v>${{ '0.869': '0.86899999999999999', '0.575': '5.7499999999999996E-1' }[text] ?? text}</v></c>`
      : `<c t="inlineStr"><is><t>${text}</t></is></c>`;

  it('a workbook of more rows than there are numbers for their dates', async () => {
    const rows = Array.from({ length: 66_000 }, (_, at) => [
      String(10_000 + (at % 300)),
      String(20_000 + Math.floor(at / 300)),
      '',
      '20200101',
      '*',
      '1',
      'Sequential procedure',
    ]);
    const { result } = await imported('ncci-ptp', { 'ccipra-v323r0.xlsx': workbookOf([HEADER, ...rows]) });
    expect(result).toMatchObject({ ok: true, value: [{ counts: { rows: 66_000, pairs: 66_000 } }] });
  }, 60_000);
});

describe('what is not whole, or not one thing, is refused', () => {
  const damaged = (at: number, column: number, cell: string) =>
    ROWS.map((row, index) => (index === at ? row.with(column, cell) : row));
  it.each<[string, Files, RegExp]>([
    ['a damaged first row', { 'ccipra-v323r0.txt': tabs([HEADER, ...damaged(0, 0, '0010\u007f')]) }, /:2 .*not a row/],
    ['a damaged first row without a header', { 'ccipra-v323r0.txt': tabs(damaged(0, 1, '2222')) }, /:1 .*not a row/],
    [
      'leading zeros dropped from the first row on',
      { 'ccipra-v323r0.csv': quoted([HEADER, ...damaged(0, 0, '100')]) },
      /leading zeros/,
    ],
    [
      'the same in a workbook',
      { 'ccipra-v323r0.xlsx': workbookOf([HEADER, ...damaged(0, 0, '100')]) },
      /leading zeros/,
    ],
    [
      'two rows run together',
      { 'ccipra-v323r0.txt': tabs([HEADER, ROWS[0]!, [...ROWS[1]!, ...ROWS[2]!], ROWS[3]!]) },
      /:3 .*run together/,
    ],
    [
      'practitioners and hospitals',
      { 'ccipra-v323r0-f1.txt': tabs(ROWS), 'ccioph-v323r0-f2.txt': tabs(ROWS) },
      /one is of practitioner, another of hospital/,
    ],
    [
      'two quarters',
      { 'ccipra-v323r0-f1.txt': tabs(ROWS), 'ccipra-v322r0-f2.txt': tabs(ROWS) },
      /one is of 2026Q4, another of 2026Q3/,
    ],
  ])('%s', async (_, files, words) => {
    const { result, directory } = await imported('ncci-ptp', files);
    expect(result.ok).toBe(false);
    const [first] = result.issues;
    expect(`${first?.at?.replace(/^.*(?=:)/, '')} ${first?.message} ${first?.hint}`).toMatch(words);
    expect(first?.hint).not.toBe(undefined);
    expect(editionsOf(directory, 'ncci-ptp-practitioner')).toEqual([]);
  });

  it('a list of diagnoses that ends before its last chapter', async () => {
    const row = (number: number, code: string) =>
      `${String(number).padStart(5, '0')} ${code.padEnd(7)} 1 ${'Invented'.padEnd(60)} Invented\r\n`;
    const listed = async (year: number, ...codes: string[]) => {
      const lines = codes.map((code, at) => row(at + 1, code)).join('');
      const { result } = await imported('icd10cm-order', { [`icd10cm_order_${year}.txt`]: lines });
      return result.issues[0]?.code ?? 'taken';
    };
    expect(await listed(2027, 'A000', 'Z9989', 'U071')).toBe('taken');
    expect(await listed(2020, 'A000', 'Z9989')).toBe('taken');
    expect(await listed(2027, 'A000', 'Z9989')).toBe('library/import/truncated-file');
    expect(await listed(2020, 'A000', 'T23509')).toBe('library/import/truncated-file');
  });

  it('counts every row that ends before it begins', async () => {
    const rows = ROWS.concat(
      ['22222', '33333', '44444'].map((one) => [one, '99999', '', '20200102', '20200101', '1', 'Laboratory panel']),
    );
    const { result } = await imported('ncci-ptp', { 'ccipra-v323r0.txt': tabs(rows) });
    expect(result.issues.find(({ code }) => code === 'library/import/reversed-period')?.message).toMatch(/^3 rows/);
  });

  it('says of a folder and of a missing file what they are', async () => {
    const folder = temporaryFolder();
    const words = async (path: string) => (await importTable('mue', [path], { directory: folder })).issues[0]?.message;
    expect(await words(folder)).toContain('This is a folder');
    expect(await words(join(folder, 'none.csv'))).toContain('no such file');
  });

  it('says that a table cannot be written, and passes over what is no table', async () => {
    const { result, directory } = await imported('ncci-ptp', { 'ccipra-v323r0.txt': tabs(ROWS) });
    expect(result.ok).toBe(true);
    mkdirSync(join(directory, 'ncci-ptp-practitioner', 'copy.ist'));
    expect(editionsOf(directory, 'ncci-ptp-practitioner')).toHaveLength(1);
    const path = join(directory, 'no-folder');
    writeFileSync(path, tabs(ROWS));
    const refused = await importTable('ncci-ptp', [path], { directory: path, setting: 'hospital', edition: '2026Q4' });
    expect(refused.issues[0]).toMatchObject({ code: 'library/import/not-written' });
  });
});
