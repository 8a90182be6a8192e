import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AddOnTable } from '@interspace/core/edits/agency/add-on-table';
import { DiagnosisTable } from '@interspace/core/edits/agency/diagnosis-table';
import { FeeTable } from '@interspace/core/edits/agency/fee-table';
import type { TableFile } from '@interspace/core/edits/agency/layout';
import { LocalityTable } from '@interspace/core/edits/agency/locality-table';
import { packCode } from '@interspace/core/edits/agency/packed-code';
import { PairTable } from '@interspace/core/edits/agency/pair-table';
import { ProcedureCodeTable } from '@interspace/core/edits/agency/procedure-code-table';
import { RecordTable } from '@interspace/core/edits/agency/record-table';
import { UnitTable } from '@interspace/core/edits/agency/unit-table';
import { type IsoDate, date, dayNumber } from '@interspace/core/model/date';
import type { TableKind } from '../tables/directory.ts';
import { openTables } from '../tables/open-tables.ts';
import { type ImportKind, importTable } from './import-table.ts';
import type { ImportOptions } from './job.ts';
import { temporaryFolder } from './testing/shelf.ts';
import { workbookOf, zipOf } from './testing/zip-of.ts';

/** Invented rows in the layouts that the agencies publish. */
const PREAMBLE = ['CPT only copyright. Invented notice with a stray " quote\xa0and more.', '', 'All rights reserved.'];
const PTP_HEADER = [
  'Column 1/Column 2 Edits',
  'Column 1\tColumn 2\t"*=in existence ',
  'prior to 1996"\tEffective ',
  'Date\tDeletion ',
  'Date',
  '*=no data\tModifier',
  '0=not allowed',
  '1=allowed',
  '9=not applicable\tPTP Edit Rationale',
];
const PTP_ROWS = [
  '11111\t22222\t\t20150101\t20191231\t0\tMisuse of Column Two code with Column One code',
  '11111\t22222\t\t20200101\t*\t1\tMisuse of Column Two code with Column One code',
  '11111\t3333T\t*\t19950101\t*\t0\tMore extensive procedure',
  'G0001\t22222\t\t20200101\t20200101\t9\tMutually exclusive procedures',
];
const PTP = (rows: readonly string[]) => [...PREAMBLE, ...PTP_HEADER, ...rows, ''].join('\r\n');

async function imported(
  kind: ImportKind,
  files: Readonly<Record<string, string | Buffer>>,
  options: ImportOptions = {},
) {
  const folder = temporaryFolder();
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
    return path;
  });
  const directory = join(folder, 'tables');
  const result = await importTable(kind, paths, { directory, ...options });
  const open = (table: TableKind, on: IsoDate): TableFile => {
    const opened = openTables(directory).on(table, on);
    return (opened.ok ? opened.value : undefined)!.file;
  };
  return { result, open, directory };
}

const DAY = (text: string) => dayNumber(date(text));

describe('code pairs', () => {
  const check = (table: PairTable) => {
    const answer = (one: string, two: string, on: string) => {
      const row = table.find(table.idOf(packCode(one)), table.idOf(packCode(two)), DAY(on));
      return row < 0 ? undefined : table.indicator(row);
    };
    expect(answer('11111', '22222', '2014-12-31')).toBeUndefined();
    expect(answer('11111', '22222', '2015-01-01')).toBe(0);
    expect(answer('11111', '22222', '2019-12-31')).toBe(0);
    expect(answer('11111', '22222', '2020-01-01')).toBe(1);
    expect(answer('22222', '11111', '2020-01-01')).toBeUndefined();
    expect(answer('G0001', '22222', '2020-01-01')).toBeUndefined();
    expect(table.rows('G0001', '22222')).toMatchObject([{ indicator: 9, from: '2020-01-01', through: '2020-01-01' }]);
    expect(table.rows('11111', '3333T')).toEqual([
      { from: '1995-01-01', indicator: 0, rationale: 'More extensive procedure', before1996: true },
    ]);
  };
  const asWorkbook = workbookOf([
    ...PREAMBLE.map((line) => [line]),
    ['Column 1', 'Column 2'],
    ...PTP_ROWS.map((row) => row.split('\t').map((cell, at) => (at === 3 ? Number(cell) : cell))),
  ]);

  it.each([
    ['text with a preamble and a wrapped header', { 'ccipra-v323r0-f1.TXT': PTP(PTP_ROWS) }],
    ['text in gzip', { 'ccipra-v323r0-f1.txt.gz': gzipSync(Buffer.from(PTP(PTP_ROWS), 'latin1')) }],
    [
      'two parts',
      { 'ccipra-v323r0-f1.TXT': PTP(PTP_ROWS.slice(0, 2)), 'ccipra-v323r0-f2.TXT': PTP(PTP_ROWS.slice(2)) },
    ],
    [
      'the archive as published: text and workbook with the same rows',
      {
        'medicare-ncci-2026q4-practitioner-ptp-edits-ccipra-v323r0-f1.zip': zipOf({
          'ccipra-v323r0-f1.TXT': Buffer.from(PTP(PTP_ROWS), 'latin1'),
          'ccipra-v323r0-f1.xlsx': asWorkbook,
        }),
      },
    ],
    ['a workbook', { 'ccipra-v323r0-f1.xlsx': asWorkbook }],
    ['an archive with only the workbook', { 'ccipra-v323r0-f1.zip': zipOf({ 'ccipra-v323r0-f1.xlsx': asWorkbook }) }],
  ])('%s', async (_, files) => {
    const { result, open } = await imported('ncci-ptp', files);
    expect(result).toMatchObject({
      ok: true,
      value: [
        {
          kind: 'ncci-ptp-practitioner',
          edition: '2026Q4',
          effective: { from: '2026-10-01', through: '2026-12-31' },
          counts: { rows: 4, pairs: 3 },
        },
      ],
    });
    check(new PairTable(open('ncci-ptp-practitioner', date('2026-10-05'))));
  });

  it('refuses a quarter whose later parts are missing unless that is wanted, and a gap', async () => {
    const files = { 'ccipra-v323r0-f1.TXT': PTP(PTP_ROWS.slice(0, 3)) };
    const low = await imported('ncci-ptp', files);
    expect(low.result).toMatchObject({ ok: false, issues: [{ code: 'library/import/parts-missing' }] });
    const wanted = await imported('ncci-ptp', files, { acceptSmaller: true });
    const told = [{ code: 'library/import/parts-missing', level: 'warning' }];
    expect(wanted.result).toMatchObject({ ok: true, issues: told });
    const gap = await imported('ncci-ptp', {
      'ccipra-v323r0-f1.TXT': PTP(PTP_ROWS),
      'ccipra-v323r0-f3.TXT': PTP(PTP_ROWS),
    });
    expect(gap.result.issues[0]?.message).toContain('Part f2');
  });
});

describe('unit limits', () => {
  const text = `"Invented notice\nover two lines",,,\r\nHCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n11111,2,3 Date of Service Edit: Clinical,Clinical: Data\r\nG0001,1,1 Line Edit,CMS Policy\r\n`;
  const book = workbookOf([
    ['notice'],
    ['HCPCS/CPT Code', 'DME Supplier Services MUE Values', 'MUE Adjudication Indicator', 'MUE Rationale'],
    ['11111', 2, '2 Date of Service Edit: Policy', 'CMS Policy'],
  ]);

  it('reads the CSV with its notice', async () => {
    const { result, open } = await imported('mue', { 'MCR_MUE_PractitionerServices_Eff_10-01-2026.csv': text });
    expect(result).toMatchObject({ ok: true, value: [{ kind: 'mue-practitioner', edition: '2026Q4' }] });
    const table = new UnitTable(open('mue-practitioner', date('2026-11-01')));
    expect(table.limit('11111')).toEqual({ units: 2, adjudication: 3, rationale: 'Clinical: Data' });
    expect(table.limit('G0001')).toMatchObject({ units: 1, adjudication: 1 });
    expect(table.limit('22222')).toBeUndefined();
  });

  it('reads a workbook for suppliers', async () => {
    const { result } = await imported('mue', { 'MCR_MUE_DMESupplierServices_Eff_01-01-2026.xlsx': book });
    expect(result).toMatchObject({ ok: true, value: [{ kind: 'mue-dme', edition: '2026Q1' }] });
  });
});

describe('add-on codes', () => {
  // Type, add-on, its end, primary, its end, first day, last day, note.
  const record = (...fields: readonly string[]) =>
    fields.map((field, at) => field.padEnd([1, 5, 7, 5, 7, 7, 7, 58][at]!)).join('');
  const fixed = [
    record('1', '22222', '', '11111', '', '2020001', '', ''),
    record('1', '22222', '', '33333', '2021365', '2020001', '', ''),
    record('2', '4444T', '', 'CCCCC', '', '2026091', '', 'Contractor Defined Primary Codes'),
    '',
  ].join('\r\n');
  const book = workbookOf([
    ['notice'],
    [
      'AOC_Edit_Type',
      'Add-On_Code',
      'AOC_DelDT',
      'Primary_Code',
      'Primary_Code_DelDT',
      'AOC_Edit_EffDT',
      'AOC_Edit_DelDT',
      'Special_Instruction_Notes',
    ],
    [1, '22222', '', '11111', '', 2_020_001, '', ''],
    [1, '22222', '', '33333', 2_021_365, 2_020_001, '', ''],
    [2, '4444T', '', 'CCCCC', '', 2_026_091, '', 'Contractor Defined Primary Codes'],
  ]);

  it.each([
    ['fixed width without a header', { 'AOC_V2026Q2-F-MCR.txt': fixed }],
    ['a workbook', { 'AOC_V2026Q2-MCR.xlsx': book }],
    ['the archive with both', { 'aoc.zip': zipOf({ 'AOC_V2026Q2-F-MCR.txt': fixed, 'AOC_V2026Q2-MCR.xlsx': book }) }],
  ])('%s', async (_, files) => {
    const { result, open } = await imported('aoc', files);
    expect(result).toMatchObject({ ok: true, value: [{ edition: '2026Q2', counts: { rows: 3, codes: 2 } }] });
    const table = new AddOnTable(open('aoc', date('2026-05-01')));
    const addOn = table.find(packCode('22222'));
    expect(table.accepts(addOn, packCode('11111'), DAY('2026-05-01'))).toBe(true);
    expect(table.accepts(addOn, packCode('33333'), DAY('2021-12-31'))).toBe(true);
    expect(table.accepts(addOn, packCode('33333'), DAY('2022-01-01'))).toBe(false);
    expect(table.rows('4444T', date('2026-04-01'))).toEqual([{ type: 2, from: '2026-04-01' }]);
    expect(table.rows('4444T', date('2026-03-31'))).toEqual([]);
  });
});

describe('diagnosis order file', () => {
  const row = (number: number, code: string, billable: number, title: string) =>
    `${String(number).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${title.padEnd(60)} ${title}`;
  const order = [
    row(1, 'M99', 0, 'Invented heading'),
    row(2, 'M9901', 1, 'Invented disorder'),
    row(3, 'QA0', 1, 'Letter in second place'),
    '',
  ].join('\r\n');

  it('knows billable codes and headings', async () => {
    const { result, open } = await imported('icd10cm-order', { 'icd10cm_order_2027.txt': order });
    expect(result).toMatchObject({
      ok: true,
      value: [{ edition: 'FY2027', effective: { from: '2026-10-01', through: '2027-09-30' } }],
    });
    const table = new DiagnosisTable(open('icd10cm-order', date('2026-10-01')));
    expect(['M99', 'M99.01', 'QA0', 'M99.02', 'nonsense'].map((code) => table.status(code))).toEqual([
      'header',
      'billable',
      'billable',
      'absent',
      'absent',
    ]);
  });
});

describe('relative values of 2026', () => {
  // The release of 2026 has one column more than that of 2025 and two conversion factors.
  const file = (factor: string) =>
    [
      ',,2026 Invented Release' + ','.repeat(29),
      ',,,,,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,',
      ',,,,NOT USED,,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED',
      ',,,,FOR,,,NON-FAC,,FACILITY,,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS',
      ',,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT',
      'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT',
      `11111,,"text, with comma",A,,1.85,5.91,,0.96,NA,0.17,7.93,2.98,0,000,0.00,0.00,0.00,2,1,1,0,0,1,,${factor},09,0,99,0.00,0.00,0.00`,
      '',
    ].join('\r\n');

  it('keeps both conversion factors apart', async () => {
    const { result, open } = await imported('pprrvu', {
      'PPRRVU2026_Oct_nonQPP.csv': file('33.4009'),
      'PPRRVU2026_Oct_QPP.csv': file('33.5675'),
    });
    expect(result).toMatchObject({
      ok: true,
      value: [
        { kind: 'pprrvu', edition: '2026Q4' },
        { kind: 'pprrvu-qp', edition: '2026Q4' },
      ],
    });
    const on = date('2026-11-01');
    expect([
      new FeeTable(open('pprrvu', on)).conversionFactor,
      new FeeTable(open('pprrvu-qp', on)).conversionFactor,
    ]).toEqual([334_009, 335_675]);
    expect(new FeeTable(open('pprrvu', on)).find('11111')).toMatchObject({
      work: 185,
      nonFacilityExpense: 591,
      facilityExpense: 96,
      malpractice: 17,
      global: '000',
      multipleProcedure: 2,
      bilateral: 1,
      facilityNotApplicable: true,
      nonFacilityNotApplicable: false,
    });
  });
});

describe('the release of a fee schedule', () => {
  const row = `11111,,invented,A,,1.85,5.91,,0.96,,0.17,7.93,2.98,0,000,0.00,0.00,0.00,2,1,1,0,0,,33.2875,09,0,99,0.00,0.00,0.00`;
  const labels =
    'HCPCS,MOD,DESCRIPTION,STATUS CODE,NOT USED,WORK RVU,NON-FAC PE RVU,NON-FAC NA INDICATOR,FACILITY PE RVU,FACILITY NA INDICATOR,MP RVU,TOTAL,TOTAL,PCTC IND,GLOB DAYS,PRE OP,INTRA OP,POST OP,MULT PROC,BILAT SURG,ASST SURG,CO-SURG,TEAM SURG,ENDO BASE,CONV FACTOR,PHYS,FLAG,DIAGNOSTIC IMAGING FAMILY INDICATOR,A,B,C';
  const file = (title: string) => [`,,${title}`, labels, row, ''].join('\r\n');
  it.each([
    ['PPRRVU24_JAN.csv', '', '2024Q1'],
    ['PPRRVU2025_Oct.csv', '', '2025Q4'],
    ['values.csv', '2025 National Physician Fee Schedule Relative Value File October Release', '2025Q4'],
  ])('%s "%s" is %s', async (name, title, edition) => {
    const { result } = await imported('pprrvu', { [name]: file(title) });
    expect(result).toMatchObject({ ok: true, value: [{ edition }] });
  });

  it('a second factor within a quarter stands beside the first, and the day chooses', async () => {
    const first = await imported('pprrvu', { 'PPRRVU24_JAN.csv': file('').replace('33.2875', '32.7442') });
    const folder = temporaryFolder();
    const path = join(folder, 'PPRRVU24AR_MAR.csv');
    writeFileSync(path, file(''));
    const { directory } = first;
    const options = { directory, edition: '2024Q1-AR', effective: date('2024-03-09') };
    expect((await importTable('pprrvu', [path], options)).ok).toBe(true);
    const factor = (on: string) => new FeeTable(first.open('pprrvu', date(on))).conversionFactor;
    expect(['2024-03-08', '2024-03-09', '2024-03-31'].map(factor)).toEqual([327_442, 332_875, 332_875]);
  });
});

it('takes the work index with its floor wherever it stands', async () => {
  const labels = 'Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name';
  for (const columns of [
    '2026 PW GPCI (without 1.0 Floor),2026 PW GPCI (with 1.0 Floor)',
    '2026 PW GPCI (with 1.0 Floor),2026 PW GPCI (without 1.0 Floor)',
  ]) {
    const values = columns.startsWith('2026 PW GPCI (without') ? '0.981,1' : '1,0.981';
    const text = `${labels},${columns},2026 PE GPCI,2026 MP GPCI\r\n10112,XX,00,INVENTED,${values},0.869,0.575\r\n`;
    const { open } = await imported('gpci', { 'GPCI2026.csv': text });
    const table = new LocalityTable(open('gpci', date('2026-05-01')));
    expect(table.indices('10112', '00')).toEqual({ work: 1000, expense: 869, malpractice: 575 });
  }
});

describe('Level II codes', () => {
  const record = (code: string, id: string, short: string, added: string, terminated: string) =>
    `${code.padStart(5)}00100${id}${'Long text'.padEnd(80)}${short.padEnd(28)}`.padEnd(229) +
    `D${' '.repeat(38)}${added.padEnd(8)}${added.padEnd(8)}${terminated.padEnd(8)}N`.padEnd(91);
  const text = [
    '***Disclaimers\t\t\t\t',
    record('A1', '7', 'A modifier', '20020701', ''),
    record('J0001', '3', 'Old drug, 1 mg', '20020701', '20240331'),
    record('J0001', '4', '', '', ''),
    record('J0002', '3', 'New drug, 1 mg', '20240401', ''),
    '',
  ].join('\r\n');
  const book = workbookOf([
    [
      'HCPC',
      'SEQNUM',
      'RECID',
      'LONG DESCRIPTION',
      'SHORT DESCRIPTION',
      'COV',
      'ADD DT',
      'ACT EFF DT',
      'TERM DT',
      'ACTION CD',
    ],
    ['J0001', '00100', '3', 'x', 'Old drug, 1 mg', 'D', 20_020_701, 20_020_701, 20_240_331, 'N'],
    ['J0002', '00100', '3', 'x', 'New drug, 1 mg', 'D', 20_240_401, '', '', 'N'],
  ]);

  it.each([
    ['fixed width', { 'HCPC2026_JAN_ANWEB_12292025.txt': text }],
    ['a workbook', { 'HCPC2026_JAN_ANWEB_12292025.xlsx': book }],
  ])('%s', async (_, files) => {
    const { result, open } = await imported('hcpcs', files);
    expect(result).toMatchObject({ ok: true, value: [{ edition: '2026Q1', counts: { codes: 2 } }] });
    const table = new ProcedureCodeTable(open('hcpcs', date('2026-02-01')));
    expect(['2002-06-30', '2024-03-31', '2024-04-01'].map((on) => table.status('J0001', date(on)))).toEqual([
      'not-in-force',
      'in-force',
      'not-in-force',
    ]);
    expect(table.status('J0002', date('2024-04-01'))).toBe('in-force');
    expect(table.row('J0002')).toEqual({ added: '2024-04-01', coverage: 'D', text: 'New drug, 1 mg' });
  });
});

describe('small lists', () => {
  it('keeps dates of reason codes and not their texts', async () => {
    const text =
      'adj_code,adj_type,adj_description,adj_usage,adj_notes,adj_start_date,adj_last_modified,adj_end_date\r\nPR,Group,Words,,,,,\r\n15,CARC,Words,,,1995-01-01,,2018-05-01\r\n';
    const { result, open } = await imported('carc-rarc', { 'reasons_2024-06.csv': text });
    expect(result).toMatchObject({ ok: true, value: [{ edition: '2024-06' }] });
    expect(new RecordTable(open('carc-rarc', date('2024-07-01'))).find('15')).toEqual([
      { code: '15', list: 'CARC', start: '1995-01-01', stop: '2018-05-01' },
    ]);
  });
});
