import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editionsOf, listEditions } from '../tables/editions.ts';
import { type ImportKind, importTable } from './import-table.ts';
import type { ImportOptions } from './job.ts';
import { onShelf, shelfLines, temporaryFolder } from './testing/shelf.ts';

/** Invented lists in the order in which the agencies write theirs, cut behind a whole row; the end is short on purpose. */
const MUE = ['HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale'];
const GPCI =
  'Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2026 PW GPCI (with 1.0 Floor),2026 PE GPCI,2026 MP GPCI';
const ANES = 'Contractor,Locality,Locality Name,National Anes CF of 20.4976';
const unit = (code: string) => `${code},1,3 Date of Service Edit: Clinical,CMS Policy`;
const zip = (place: string, rest = '995010210201') => `${place}${rest} Z9   0 A`.padEnd(75) + '20261';
const order = (number: number, code: string) =>
  `${String(number).padStart(5, '0')} ${code.padEnd(7)} 1 ${'Invented'.padEnd(60)} Invented`;
const level2 = (code: string) =>
  `${code}001003${''.padEnd(80)}${'Invented'.padEnd(28)}`.padEnd(268) + '20200101'.padEnd(25);
const relation = (addOn: string) => `1${addOn}       11111       2020001`.padEnd(97);
const place = (code: string) => `${code},Non-Facility,Invented`;
const provider = (code: string) => `${code},Invented,Invented,`;
const pair = (one: string) => `${one}\t99999\t\t20200101\t*\t1\tMutually exclusive procedures`;

/** Kind, name of the file, its lines, and the last line, without which it must be refused. */
const LISTS: readonly (readonly [ImportKind, string, readonly string[], string])[] = [
  ['mue', 'MCR_MUE_PractitionerServices_Eff_01-01-2026.csv', [...MUE, unit('0001U'), unit('V2799')], unit('V5362')],
  ['mue', 'MCR_MUE_OutpatientHospitalServices_Eff_01-01-2026.csv', [...MUE, unit('0001U')], unit('V5362')],
  ['hcpcs', 'HCPC2026_JAN_ANWEB.txt', [level2('A0021'), level2('V2020')], level2('V5364')],
  ['aoc', 'AOC_V2026Q1-F-MCR.txt', [relation('0054T'), relation('99417')], relation('G2212')],
  ['ncci-ptp', 'ccipra-v320r0.txt', [pair('0001A'), pair('G0001')], pair('R0075')],
  ['zip5', 'ZIP5_JAN2026.txt', [zip('AK'), zip('WI', '530010630200')], zip('WY', '830010360221')],
  ['gpci', 'GPCI2026.csv', [GPCI, '10112,AL,00,ALABAMA,1,0.9,0.6'], '03602,WY,21,WYOMING**,1,1,0.8'],
  ['anes', 'ANES2026.csv', [ANES, '10112,00,ALABAMA,19.31'], '03602,21,WYOMING**,19.97'],
  ['icd10cm-order', 'icd10cm_order_2026.txt', [order(1, 'A000'), order(2, 'Z9989')], order(3, 'U071')],
  ['pos', 'pos_2026-01.csv', ['pos_code,pos_type,pos_name', place('01'), place('81')], place('99')],
  ['carc-rarc', 'reasons_2026-01.csv', ['code,type', 'CO,Group', '45,CARC', 'N1,RARC'], 'N895,RARC'],
  ['modifiers', 'modifiers_2026-01.csv', ['code,type', '22,CPT', 'A1,HCPCS'], 'XU,HCPCS'],
  [
    'taxonomy',
    'nucc_taxonomy_260.csv',
    ['Code,Grouping,Classification,Specialization', provider('193200000X'), provider('335V00000X')],
    provider('344800000X'),
  ],
];

async function taken(kind: ImportKind, name: string, lines: readonly string[], options: ImportOptions = {}) {
  const folder = temporaryFolder();
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\r\n`).join(''));
  const directory = options.directory ?? join(folder, 'tables');
  const result = await importTable(kind, [path], { ...options, directory });
  return { result, directory };
}

describe('a list cut between two rows', () => {
  it.each(LISTS)('%s %s', async (kind, name, lines, last) => {
    expect((await taken(kind, name, [...lines, last])).result.ok).toBe(true);
    const { result, directory } = await taken(kind, name, lines);
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'library/import/truncated-file' }] });
    expect(result.issues[0]?.message).toMatch(/with which every edition ends; its last row is/);
    expect(result.issues[0]?.hint).toContain('--accept-smaller');
    expect(listEditions(directory)).toEqual([]);
    expect((await taken(kind, name, lines, { acceptSmaller: true })).result.ok).toBe(true);
  });

  it('says nothing of somebody’s own selection, whose end nobody knows', async () => {
    const { result } = await taken('mue', 'MCR_MUE_PractitionerServices_Eff_01-01-2026.csv', [...MUE, unit('62323')]);
    expect(result.ok).toBe(true);
  });

  // Where it was never told from a whole one: the agency's own files, behind every hundredth of their rows.
  it.skipIf(!onShelf('fees/PPRRVU2025_Oct.csv.gz', 'ncci/mue_practitioner_2024Q3.dev.csv.gz'))(
    'is refused wherever the agency’s own file is cut',
    async () => {
      for (const [kind, shelf, name] of [
        ['pprrvu', 'fees/PPRRVU2025_Oct.txt.gz', 'PPRRVU2025_Oct.txt'],
        ['mue', 'ncci/mue_practitioner_2024Q3.dev.csv.gz', 'mue_practitioner_2024Q3.csv'],
        ['hcpcs', 'codesets/HCPC2019_CONTR_ANWEB.txt.gz', 'HCPC2019_CONTR_ANWEB.txt'],
        ['zip5', 'fees/ZIP5_OCT2025.txt.gz', 'ZIP5_OCT2025.txt'],
        ['taxonomy', 'codesets/nucc_taxonomy_251.csv.gz', 'nucc_taxonomy_251.csv'],
      ] as const) {
        const lines = shelfLines(shelf);
        for (const share of [0.3, 0.6, 0.9, 0.98]) {
          const { result } = await taken(kind, name, lines.slice(0, Math.floor(lines.length * share)));
          expect([kind, share, result.ok]).toEqual([kind, share, false]);
        }
      }
    },
    120_000,
  );
});

describe('a list beside another edition', () => {
  const rows = (count: number) => [...MUE, ...Array.from({ length: count }, (_, at) => unit(String(20_000 + at)))];
  const name = (day: string) => `MCR_MUE_PractitionerServices_Eff_${day}.csv`;

  it('may not be a tenth smaller than one of the same year, nor half as large as one of any year', async () => {
    const { directory } = await taken('mue', name('01-01-2026'), rows(100));
    const refused = async (day: string, count: number) =>
      (await taken('mue', name(day), rows(count), { directory })).result.issues[0]?.message;
    expect(await refused('04-01-2026', 89)).toContain('edition 2026Q1 of mue-practitioner in use has 100');
    expect(await refused('04-01-2026', 90)).toBeUndefined();
    expect(await refused('07-01-2019', 49)).toContain('edition 2026Q1 of mue-practitioner in use has 100');
    expect(await refused('07-01-2019', 60)).toBeUndefined();
    expect(editionsOf(directory, 'mue-practitioner').map(({ edition }) => edition)).toEqual([
      '2019Q3',
      '2026Q1',
      '2026Q2',
    ]);
  });
});
