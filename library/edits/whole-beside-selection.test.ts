import { fileURLToPath } from 'node:url';
import type { PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import { date } from '@interspace/core/model/date';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../src/read.ts';
import { lawWithFiles, type AgencyFile } from './imported-law.fixture.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));

/** Whole editions of the second quarter of 2024; the library's own selections are of the third. */
const FILES: readonly AgencyFile[] = [
  ['aoc', 'add-on.csv', ['primary_code,add_on_code,aoc_edit_type', '22222,33333,1', 'CCCCC,44444,2', '11111,64484,1']],
  ['mue', 'mue.csv', ['hcpcs_code,mue_units,mue_mai,mue_rationale', '33333,2,2,Invented', '64483,9,2,Invented']],
  [
    'ncci-ptp',
    'ccipra-v302r0.txt',
    ['11111\t22222\t\t20100101\t*\t0\tInvented', '64483\t64493\t\t20100101\t*\t0\tInvented'],
  ],
];

let law: PreparedEdits;
beforeAll(async () => {
  law = await lawWithFiles(library, FILES, { edition: '2024Q2' });
});

/** What is said, by rule and why, on a day on which only the selection is in force. */
function said(...services: readonly string[]): Record<string, string> {
  const lines = services.map((service, index) => {
    const [code = '', units = '1'] = service.split(' x');
    return { number: index + 1, code, modifiers: [], units: Number(units), from: date('2024-08-06'), pointers: [1] };
  });
  const claim = { id: 'c', type: 'professional', placeOfService: '11', diagnoses: ['M54.16'], lines } as const;
  return Object.fromEntries(scrub(claim, { payer: 'medicare' }, law).map(({ id, why }) => [id.slice(5), why]));
}

describe('codes that the selection in force leaves out are judged by the whole edition before it', () => {
  const older = /2024Q2, which is older than the date of service/;
  it('add-ons', () => {
    expect(said('11111', '33333')['add-on/no-primary']).toMatch(older);
    expect(said('22222', '33333')['add-on/no-primary']).toBeUndefined();
    expect(said('11111', '44444')['add-on/contractor-decides']).toBeDefined();
  });
  it('units', () => {
    expect(said('22222', '33333 x3')['units/day-absolute']).toMatch(older);
    expect(said('22222', '33333 x2')['units/day-absolute']).toBeUndefined();
  });
  it('pairs', () => expect(said('11111', '22222')['pair/never']).toMatch(older));
});

describe('what the selection knows, it says itself', () => {
  it('add-ons', () => expect(said('11111', '64484')['add-on/no-primary']).toMatch(/2024Q3/));
  it('units', () => expect(said('64483 x2')['units/day-absolute']).toMatch(/2024Q3/));
  it('pairs', () => expect(said('64483', '64493')['pair/never']).toBeUndefined());
});
