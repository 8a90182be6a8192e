import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareEdits, type PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import type { Claim } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import type { Finding } from '@interspace/core/model/finding';
import { importTable } from '../src/import/import-table.ts';
import { openLibrary } from '../src/read.ts';
import { openTables } from '../src/tables/open-tables.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));

/** An invented release of the fee schedule in its published layout: a bundled code, one without two sides, one for facilities. */
const RELEASE = [
  ',,2026 Invented Release' + ','.repeat(29),
  ',,,,,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,',
  ',,,,NOT USED,,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED',
  ',,,,FOR,,,NON-FAC,,FACILITY,,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS',
  ',,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT',
  'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT',
  '11111,,invented,B,,1.85,5.91,,0.96,,0.17,7.93,2.98,0,000,0.00,0.00,0.00,2,1,1,0,0,1,,33.4009,09,0,99,0.00,0.00,0.00',
  '22222,,invented,A,,1.85,5.91,,0.96,,0.17,7.93,2.98,0,010,0.00,0.00,0.00,2,0,1,0,0,1,,33.4009,09,0,99,0.00,0.00,0.00',
  '33333,,invented,A,,1.85,5.91,NA,0.96,,0.17,7.93,2.98,0,090,0.00,0.00,0.00,2,0,1,0,0,1,,33.4009,09,0,99,0.00,0.00,0.00',
  '',
].join('\r\n');

let law: PreparedEdits;
beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'interspace-editions-'));
  const path = join(directory, 'PPRRVU2026_Jan.csv');
  writeFileSync(path, RELEASE);
  const imported = await importTable('pprrvu', [path], { directory });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  const opened = openTables(directory).all('pprrvu');
  if (!opened.ok) throw new Error('the release cannot be opened');
  law = prepareEdits(
    library,
    opened.value.map(({ file }) => file),
  );
});

function found(on: string, ...services: string[]): Finding[] {
  const claim: Claim = {
    id: 'c',
    type: 'professional',
    placeOfService: '11',
    diagnoses: ['M54.16'],
    lines: services.map((service, index) => {
      const [code = '', ...modifiers] = service.split('-');
      return { number: index + 1, code, modifiers, units: 1, from: date(on), pointers: [1] };
    }),
  };
  return scrub(claim, { payer: 'medicare' }, law);
}

/** Rules whose answer stands in a table of pairs, units or add-ons. */
const TABLES = /^edit\/(pair|units\/(day|day-absolute|line|none-allowed)|add-on\/(no-primary|guidance-no-primary))/;

describe('a finding that rests on an edition says which, and whether it is that of the day', () => {
  it.each([
    ['2026-07-15', /2024Q3.*older than the date of service/],
    ['2024-08-01', /2024Q3\.?/],
    ['2024-01-02', /2024Q3, which begins after the date of service/],
  ])('pairs, units and add-ons of the library on %s', (on, words) => {
    const findings = [
      ...found(on, '62323', '64483'),
      ...found(on, '62323', '62322'),
      ...found(on, '64484'),
      ...found(on, '64483-RT', '64483-LT'),
      ...found(on, '62323', '77003'),
    ].filter(({ id }) => TABLES.test(id));
    expect(new Set(findings.map(({ id }) => id)).size).toBeGreaterThan(3);
    for (const { id, why } of findings) expect(why, id).toMatch(words);
  });

  it.each([
    ['11111', 'edit/code/not-payable'],
    ['22222-50', 'edit/side/both-not-allowed'],
    ['33333', 'edit/place/facility-only'],
    ['22222-26', 'edit/modifier/parts'],
  ])('%s by the fee schedule alone', (service, id) => {
    const why = (on: string) => found(on, service).find((finding) => finding.id === id)?.why;
    expect(why('2026-02-01')).toMatch(/Fee schedule 2026Q1\.$/);
    expect(why('2026-08-01')).toMatch(/Fee schedule 2026Q1, which is older than the date of service/);
    expect(why('2025-08-01')).toMatch(/Fee schedule 2026Q1, which begins after the date of service/);
  });

  it('what is said of a visit by the global days of a procedure rests on the release that tells them', () => {
    const why = (on: string, ...services: string[]) =>
      found(on, ...services).find(({ id }) => id.startsWith('edit/visit/same-day'))?.why;
    expect(why('2026-08-01', '99213', '22222')).toMatch(/Fee schedule 2026Q1, which is older than the date of service/);
    expect(why('2026-02-01', '99213', '33333')).toMatch(/Fee schedule 2026Q1\.$/);
    expect(why('2026-08-01', '99213', '64483-RT')).not.toContain('Fee schedule');
  });

  it('a code of the library rests on its own dated record', () => {
    const [finding] = found('2026-08-01', '62323-50').filter(({ id }) => id === 'edit/side/none-for-code');
    expect(finding?.why).not.toContain('Fee schedule 2026');
    expect(finding?.citation?.document).toContain('fee schedule');
  });
});
