import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { againstHistory } from '@interspace/core/edits/against-history';
import type { PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { reachOf } from '@interspace/core/edits/reach';
import { scrub } from '@interspace/core/edits/scrub';
import type { Claim } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { openLibrary } from '../src/read.ts';
import { lawWithFiles, type AgencyFile } from './imported-law.fixture.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));

/** A release of the fee schedule as fixed-width text: code, status, global days. */
const release = (...rows: readonly (readonly [string, string, string])[]) =>
  rows.map(
    ([code, status, global]) =>
      `${`${code}  invented`.padEnd(57)}${status}   1.00   1.00     1.00    1.00   1.00  1.000${global}.10.80.1020000`.padEnd(
        134,
      ) + '33.4009 090 99'.padEnd(66),
  );
const codes = (...rows: readonly (readonly [string, string, string])[]) => [
  'hcpcs_code,short,date_added,date_term',
  ...rows.map(([code, added, ended]) => `${code},Invented,${added},${ended}`),
];
const pairs = (...rows: readonly (readonly [string, string, string, string, string])[]) =>
  rows.map(([one, two, from, through, indicator]) =>
    [one, two, '', from, through, indicator, 'Sequential procedure'].join('\t'),
  );
const list = (...names: readonly string[]) => ['code,type,category', ...names.map((name) => `${name},HCPCS,General`)];

/** A tabular list in which one category excludes one other code. */
const tabular = (code: string, excluded: string) => [
  '<ICD10CM.tabular><chapter><desc>Invented (A00-Z99)</desc>',
  `<diag><name>${code}</name><excludes1><note>invented (${excluded})</note></excludes1></diag>`,
  '</chapter></ICD10CM.tabular>',
];

const PLACES = [
  'pos_code,pos_type,pos_name',
  '01,Non-Facility,Invented',
  '98,Facility,Invented',
  '99,Facility,Invented',
];

const FILES: readonly AgencyFile[] = [
  ['pprrvu', 'PPRRVU2025_Oct.txt', release(['11111', 'A', '090'], ['22222', 'A', '090'], ['99231', 'A', 'XXX'])],
  ['pprrvu', 'PPRRVU2026_Jan.txt', release(['11111', 'N', '010'], ['33333', 'A', '000'], ['44444', 'A', '000'])],
  ['hcpcs', 'hcpcs_2019-01.csv', codes(['C0001', '2010-01-01', ''], ['C0002', '2010-01-01', ''])],
  ['hcpcs', 'hcpcs_2024-07.csv', codes(['C0001', '2010-01-01', '2024-06-30'], ['C0003', '2024-07-01', ''])],
  [
    'ncci-ptp',
    'ccipra-v302r0.txt',
    pairs(['11111', '22222', '20100101', '*', '0'], ['11111', '33333', '20100101', '*', '0']),
  ],
  [
    'ncci-ptp',
    'ccipra-v303r0.txt',
    pairs(
      ['11111', '22222', '20100101', '20240731', '0'],
      ['11111', '33333', '20241001', '*', '0'],
      ['22222', '33333', '20241001', '*', '0'],
    ),
  ],
  ['icd10cm-tabular', 'icd10cm_tabular_2025.xml', tabular('M54.1', 'G44.1')],
  ['icd10cm-tabular', 'icd10cm_tabular_2026.xml', tabular('M54.1', 'G44.2')],
  ['pos', 'pos_2026-01.csv', PLACES],
  ['modifiers', 'modifiers_2024-01.csv', list('Q9', 'Q8')],
  ['modifiers', 'modifiers_2025-01.csv', list('Q8', 'Q7')],
];

let law: PreparedEdits;
beforeAll(async () => {
  law = await lawWithFiles(library, FILES);
});

/** What is said, by rule and why, of services on a day. */
function said(on: string, ...services: string[]): Record<string, string> {
  return saidAt('22', on, ...services);
}

function saidAt(place: string, on: string, ...services: string[]): Record<string, string> {
  const claim = claimOf(place, on, ...services);
  return Object.fromEntries(scrub(claim, { payer: 'medicare' }, law).map(({ id, why }) => [id.slice(5), why]));
}

function claimOf(place: string, on: string, ...services: string[]): Claim {
  return {
    id: 'c',
    type: 'professional',
    placeOfService: place,
    diagnoses: ['M54.16'],
    lines: services.map((service, index) => {
      const [code = '', ...modifiers] = service.split('-');
      return { number: index + 1, code, modifiers, units: 1, from: date(on), pointers: [1] };
    }),
  };
}

describe('the edition of the date of service answers, whatever else is imported', () => {
  it('fee schedule', () => {
    expect(said('2025-11-01', '11111')['code/not-payable']).toBeUndefined();
    expect(said('2026-02-01', '11111')['code/not-payable']).toMatch(/Fee schedule 2026Q1\.$/);
    expect(said('2026-06-01', '11111')['code/not-payable']).toMatch(/2026Q1, which is older than the date of service/);
    expect(said('2025-06-01', '11111')['code/not-payable']).toBeUndefined();
  });

  it('a code that is only on another release was not on the schedule of the day', () => {
    expect(said('2025-11-01', '22222')['code/unknown']).toBeUndefined();
    expect(said('2026-02-01', '22222')['code/unknown']).toBeDefined();
    expect(said('2025-11-01', '33333')['code/unknown']).toBeDefined();
  });

  it('notes of diagnoses; before all of them the oldest, which is the nearest', () => {
    const excluded = (on: string, other: string) =>
      scrub({ ...claimOf('11', on, '22222'), diagnoses: ['M54.16', other] }, { payer: 'medicare' }, law).find(
        ({ id }) => id === 'edit/diagnosis/excludes',
      )?.why;
    expect(excluded('2025-11-01', 'G44.2')).toMatch(/FY2026/);
    expect(excluded('2025-11-01', 'G44.1')).toBeUndefined();
    expect(excluded('2025-03-01', 'G44.1')).toMatch(/FY2025/);
    expect(excluded('2024-03-01', 'G44.1')).toMatch(/FY2025, which begins after the date of service/);
    expect(excluded('2024-03-01', 'G44.2')).toBeUndefined();
  });

  it('what is a visit on its day, when another claim of the day has a procedure', () => {
    const added = (on: string) =>
      againstHistory(claimOf('22', on, '99231'), { payer: 'medicare' }, law, [], [claimOf('22', on, '22222')]).added;
    expect(added('2025-11-01').map(({ id }) => id)).toEqual(['edit/visit/same-day-major']);
    expect(added('2026-02-01')).toEqual([]);
  });

  it('history is looked at as far as any release reaches', () => {
    expect(['11111', '22222', '33333'].map((code) => reachOf(code, law).after)).toEqual([90, 90, 0]);
  });

  it('modifiers', () => {
    const unknown = (on: string, modifier: string) => said(on, `22222-${modifier}`)['modifier/unknown'];
    expect(unknown('2024-03-01', 'Q9')).toBeUndefined();
    expect(unknown('2025-03-01', 'Q9')).toContain('2025-01');
    expect(unknown('2024-03-01', 'Q7')).toContain('2024-01');
    expect(unknown('2025-03-01', 'Q8')).toBeUndefined();
  });
});

it('a place is one of the library or of the imported list', () => {
  const unknown = (place: string) => saidAt(place, '2026-02-01', '22222')['place/unlisted'];
  expect([unknown('98'), unknown('11')]).toEqual([undefined, undefined]);
  expect(unknown('97')).toContain('June 2024');
});

describe('what a later edition says of an earlier day', () => {
  it('a code of level II that was ended after the edition of the day came out', () => {
    expect(said('2019-02-01', 'C0001')['code/ended']).toBeUndefined();
    expect(said('2024-06-30', 'C0001')['code/ended']).toBeUndefined();
    expect(said('2024-07-01', 'C0001')['code/ended']).toMatch(/Table 2024Q3\.$/);
    expect(said('2026-02-01', 'C0001')['code/ended']).toMatch(/Table 2024Q3, which is older than the date of service/);
    expect(said('2024-06-30', 'C0003')['code/not-yet-valid']).toMatch(/Table 2024Q3, which begins after/);
  });

  it('a code that the edition of the day no longer has is not judged by the one before', () => {
    expect(said('2019-02-01', 'C0002')['code/unknown']).toBeUndefined();
    expect(said('2024-08-01', 'C0002')['code/unknown']).toBeDefined();
  });

  it('a pair that was ended after the fact no longer blocks, and one whose history the later edition dropped does', () => {
    expect(said('2024-07-31', '11111', '22222')['pair/never']).toMatch(/2024Q3/);
    expect(said('2024-08-01', '11111', '22222')['pair/never']).toBeUndefined();
    expect(said('2024-08-01', '11111', '33333')['pair/never']).toMatch(/2024Q3/);
    expect(said('2024-08-01', '22222', '33333')['pair/never']).toBeUndefined();
    expect(said('2024-10-01', '22222', '33333')['pair/never']).toMatch(/2024Q4/);
  });
});
