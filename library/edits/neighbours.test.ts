import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { againstHistory } from '@interspace/core/edits/against-history';
import { CodeSheets } from '@interspace/core/edits/code-sheet';
import { prepareEdits, type PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import type { FeeRow } from '@interspace/core/model/fee';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importTable } from '../src/import/import-table.ts';
import { openLibrary } from '../src/read.ts';
import { openTables } from '../src/tables/open-tables.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = prepareEdits(library);
const DAY = '2026-03-02';
const [ONE, OTHER, GROUP] = ['1999999992', '1234567893', '1555555556'];

/** `99213-25 x1; 62323` → lines. */
function lines(text: string, on: string, more: Partial<ClaimLine>): ClaimLine[] {
  return text.split(';').map((part, index) => {
    const [service = '', units = 'x1'] = part.trim().split(/\s+/);
    const [code = '', ...modifiers] = service.split('-');
    const line = { number: index + 1, code, modifiers, units: Number(units.slice(1)), pointers: [1] };
    return { ...line, from: date(on), ...more };
  });
}

function claim(text: string, more: Partial<Claim> = {}, on = DAY, ofLines: Partial<ClaimLine> = {}): Claim {
  const base = { id: 'c1', type: 'professional' as const, placeOfService: '11', diagnoses: ['M54.16'] };
  return { ...base, lines: lines(text, on, ofLines), ...more };
}

function ids(one: Claim, by: PreparedEdits = law, history: Claim[] = [], payer = 'medicare'): string[] {
  return scrub(one, { payer }, by, history).map(({ id }) => id.replace('edit/', ''));
}

const charged = { chargeTotal: 10_000 as Claim['chargeTotal'] };
const number = (quantity?: number, unit?: string) => ({
  ndc: '00641036725',
  ndcQuantity: quantity,
  ndcUnit: unit,
  charge: 10_000 as ClaimLine['charge'],
});

describe('a claim with one fault, and its neighbour without', () => {
  it.each<[id: string, faulty: Claim, neighbour: Claim]>([
    ['visit/same-day-major', claim('63655; 99214-25'), claim('63655; 99214-57')],
    ['modifier/visit-on-procedure', claim('20610-RT; 77002-25'), claim('20610-RT; 77002-26')],
    ['modifier/visit-on-procedure', claim('62323; J1100-25 x4'), claim('62323; J1100-JZ x4')],
    ['guidance/fluoroscopy', claim('20610-RT; 76000'), claim('99213; 76000')],
    [
      'place/facility-only',
      claim('62287', { placeOfService: '49' }),
      claim('62287', { placeOfService: '61', facility: { npi: OTHER } }),
    ],
    [
      'date/after-submission',
      claim('99213', { submittedOn: date('2026-03-03') }, DAY, { through: date('2026-03-04') }),
      claim('99213', { submittedOn: date('2026-03-04') }, DAY, { through: date('2026-03-04') }),
    ],
    [
      'charge/negative',
      claim('62323', { chargeTotal: -100 as Claim['chargeTotal'] }, DAY, { charge: -100 as ClaimLine['charge'] }),
      claim('62323', { chargeTotal: 0 as Claim['chargeTotal'] }, DAY, { charge: 0 as ClaimLine['charge'] }),
    ],
    [
      'billing/zip',
      claim('62323', { billing: { zip: '7700100AB' } }),
      claim('62323', { billing: { zip: '77001-0001' } }),
    ],
    [
      'code/words-name-other',
      claim('64999', {}, DAY, { description: 'GENICULAR NERVE BLOCK' }),
      claim('64999', {}, DAY, { description: 'GANGLION IMPAR BLOCK' }),
    ],
    [
      'code/words-name-other',
      claim('64999', { note: 'Greater occipital nerve block' }),
      claim('64999', { note: 'Pulsed RF of greater occipital nerve' }),
    ],
    [
      'code/words-name-other',
      claim('20560', {}, DAY, { description: 'ACUPUNCTURE' }),
      claim('20560', {}, DAY, { description: 'DRY NEEDLING' }),
    ],
    [
      'code/words-contradict',
      claim('64520', { note: 'Ganglion impar block' }),
      claim('64520', { note: 'Lumbar sympathetic block' }),
    ],
    [
      'patient/apart',
      claim('62323', { subscriber: { relation: '18', patientApart: true } }),
      claim('62323', { subscriber: { relation: '18' } }),
    ],
    [
      'rendering/same',
      claim('62323', { ...charged, billing: { npi: ONE }, rendering: { npi: ONE } }),
      claim('62323', { ...charged, billing: { npi: ONE } }),
    ],
    [
      'identifier/npi',
      claim('62323', { supervising: { npi: '1333333331' } }),
      claim('62323', { supervising: { npi: ONE } }),
    ],
    [
      'identifier/npi',
      claim('80307', {}, DAY, { ordering: { npi: '1333333331' } }),
      claim('80307', {}, DAY, { ordering: { npi: ONE } }),
    ],
    [
      'place/missing',
      claim('99213', { ...charged, placeOfService: undefined }),
      claim('99213', { placeOfService: undefined }),
    ],
    [
      'payer/reason-missing',
      claim('99213', { payer: { filing: 'MB' }, subscriber: { sequence: 'S' } }),
      claim('99213', { payer: { filing: 'CI' }, subscriber: { sequence: 'S' } }),
    ],
    [
      'payer/primary-missing',
      claim('99213', { payer: { filing: 'MB' }, subscriber: { sequence: 'S' } }),
      claim('99213', { payer: { filing: 'MB' }, subscriber: { sequence: 'P' } }),
    ],
    [
      'place/facility-unnamed',
      claim('20610-RT', { ...charged, placeOfService: '22' }),
      claim('20610-RT', { ...charged, placeOfService: '22' }, DAY, { facility: { npi: OTHER } }),
    ],
    [
      'identifier/npi',
      claim('20610-RT', { placeOfService: '22' }, DAY, { facility: { npi: '1333333331' } }),
      claim('20610-RT', { placeOfService: '22' }, DAY, { facility: { npi: OTHER } }),
    ],
    ['drug/ndc-quantity', claim('J1100 x4', charged, DAY, number()), claim('J1100 x4', charged, DAY, number(1, 'ML'))],
    ['drug/ndc-quantity', claim('J1100 x4', charged, DAY, number(0, 'ML')), claim('J1100 x4', {}, DAY, number())],
    [
      'drug/ndc-quantity',
      claim('J1100 x4', charged, DAY, number(1, 'XX')),
      claim('J1100 x4', charged, DAY, number(2, 'UN')),
    ],
  ])('%s', (id, faulty, neighbour) => {
    expect(ids(faulty)).toContain(id);
    expect(ids(neighbour)).not.toContain(id);
  });
});

describe('the filing limit of a payer that is known by name alone', () => {
  const late = claim('62323', { submittedOn: date('2026-07-02'), payer: { filing: 'CI' } });
  it.each([
    ['united', ['filing/late-perhaps']],
    ['aetna', ['filing/late-perhaps']],
    // The indicator says that it is none of Medicare's claims.
    ['medicare', []],
  ])('%s', (payer, expected) => {
    expect(ids(late, law, [], payer).filter((id) => id.startsWith('filing/'))).toEqual(expected);
  });
  it('is a year at most for Medicaid', () => {
    const medicaid = (sent: string) => claim('62323', { submittedOn: date(sent), payer: { filing: 'MC' } });
    expect(ids(medicaid('2027-03-03'))).toContain('filing/late-perhaps');
    expect(ids(medicaid('2026-07-02')).filter((id) => id.startsWith('filing/'))).toEqual([]);
  });
});

describe('what the fee schedule says of codes that the library does not describe', () => {
  const row = (code: string, status: string): FeeRow => ({
    ...({} as FeeRow),
    code,
    status,
    global: 'XXX',
    multipleProcedure: 0,
    bilateral: 9,
    components: 0,
    nonFacilityNotApplicable: false,
  });
  const rows = new Map(
    [
      ['80307', 'X'],
      ['J3010', 'E'],
      ['A4550', 'B'],
      ['99222', 'A'],
    ].map(([code = '', status = '']) => [code, row(code, status)]),
  );
  const edition = law.pairs.all[0]!.edition;
  const codes = new CodeSheets(library, {
    count: 1,
    on: () => 0,
    find: (code) => {
      const found = rows.get(code);
      return found && { row: found, edition };
    },
  });
  const with_ = { ...law, codes };

  it.each([
    ['A4550', true],
    // Paid by the laboratory schedule, and as drugs: no physician's price is no refusal.
    ['80307', false],
    ['J3010', false],
    // The library's own record says that it is a hospital's code.
    ['G0463', true],
  ])('%s is not payable: %s', (code, expected) => {
    expect(ids(claim(code), with_).includes('code/not-payable')).toBe(expected);
  });

  it('a hospital visit is a visit: 25 separates it, 59 does not, and without 25 it is inside', () => {
    expect(ids(claim('62323; 99222-25', { placeOfService: '21' }), with_)).not.toContain('pair/distinct');
    expect(ids(claim('99222-59', { placeOfService: '21' }), with_)).toContain('modifier/distinct-on-visit');
    expect(ids(claim('62323; 99222', { placeOfService: '21' }), with_)).toContain('visit/same-day');
  });
});

it('a taxonomy of the right form that is not on the imported list', () => {
  const list = { has: (code: string) => code === '208VP0014X', file: { header: { edition: '25.1' } } };
  const agency = { ...law.agency, taxonomy: { on: () => list } as unknown as PreparedEdits['agency']['taxonomy'] };
  const of = (taxonomy: string) => ids(claim('62323', { rendering: { taxonomy } }), { ...law, agency });
  expect(of('999ZZ9999X')).toContain('identifier/taxonomy-unlisted');
  expect(of('208VP0014X')).toEqual([]);
});

describe('earlier services of the group', () => {
  const of = (provider: string) => ({ patient: 'p', billing: { npi: GROUP }, rendering: { npi: provider } });
  it.each([
    ['99213', ONE, ['visit/not-new']],
    ['99213', OTHER, ['visit/not-new-in-group']],
    ['80307', ONE, []],
    ['J1100', ONE, []],
  ])('a new patient after %s by %s', (code, by, expected) => {
    const earlier = claim(code, { ...of(by), id: 'h' }, '2025-03-02');
    const found = ids(claim('99203', of(ONE)), law, [earlier]);
    expect(found.filter((id) => id.startsWith('visit/not-new'))).toEqual(expected);
  });
  it.each([
    ['99213', ONE, ['visit/in-global']],
    ['99213', OTHER, ['visit/in-global-of-group']],
    ['99213-24', OTHER, []],
  ])('%s within the global days of %s', (code, by, expected) => {
    const earlier = claim('64635-RT', { ...of(ONE), id: 'h' }, '2026-02-25');
    const found = ids(claim(code, of(by)), law, [earlier]);
    expect(found.filter((id) => id.startsWith('visit/in-global'))).toEqual(expected);
  });
  it('a visit that was sent before the procedure of its day', () => {
    const visit = claim('99213', { ...of(ONE), id: 'v' });
    const procedure = claim('62323', { ...of(ONE), id: 'p' });
    const said = (one: Claim, earlier: Claim[], day: Claim[]) =>
      againstHistory(one, { payer: 'medicare' }, law, earlier, day).added.map(({ id }) => id);
    expect(said(visit, [], [procedure])).toEqual(['edit/visit/same-day']);
    expect(said(procedure, [visit], [visit])).toEqual([]);
    expect(said(claim('99213-25', { ...of(ONE), id: 'v' }), [], [procedure])).toEqual([]);
  });
  it('a visit among thousands of claims of its day, some sent before it and some after', () => {
    const day = Array.from({ length: 3000 }, (_, at) => claim('20610-RT', { ...of(ONE), id: `p${at}` }));
    const visit = claim('99213', { ...of(ONE), id: 'v' });
    const said = (earlier: Claim[]) =>
      againstHistory(visit, { payer: 'medicare' }, law, earlier, day).added.map(({ id, line }) => [id, line]);
    for (const before of [0, 1500, 3000]) expect(said(day.slice(0, before))).toEqual([['edit/visit/same-day', 1]]);
  });
});

describe('diagnoses by the files of their years', () => {
  /** Invented titles; the codes that matter to the cases. */
  const YEARS: Readonly<Record<string, readonly (readonly [code: string, title: string, heading?: true])[]>> = {
    2025: [
      ['M545', 'Invented pain', true],
      ['M5450', 'Invented pain of one kind'],
      ['M546', 'Invented pain elsewhere'],
      ['M5416', 'Invented root disorder'],
      ['G35', 'Invented sclerosis'],
      ['M1711', 'Invented disorder, right knee'],
      ['M1712', 'Invented disorder, left knee'],
      ['M170', 'Invented disorder of both knees'],
    ],
    2026: [
      ['M545', 'Invented pain', true],
      ['M5450', 'Invented pain of one kind'],
      ['M546', 'Invented pain elsewhere', true],
      ['M5461', 'Invented pain elsewhere, of one kind'],
      ['M5416', 'Invented root disorder'],
      ['G35A', 'Invented sclerosis, one kind'],
      ['M1711', 'Invented disorder, right knee'],
      ['M1712', 'Invented disorder, left knee'],
      ['M170', 'Invented disorder of both knees'],
      ['Q359', 'Invented cleft disorder'],
      ['R1032', 'Left invented pain'],
    ],
  };

  async function withYears(): Promise<PreparedEdits> {
    const directory = mkdtempSync(join(tmpdir(), 'interspace-years-'));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    for (const [year, codes] of Object.entries(YEARS)) {
      const path = join(directory, `icd10cm_order_${year}.txt`);
      const rows = codes.map(
        ([code, title, heading], at) =>
          `${String(at + 1).padStart(5, '0')} ${code.padEnd(7)} ${heading ? 0 : 1} ${title.padEnd(60)} ${title}`,
      );
      writeFileSync(path, `${rows.join('\r\n')}\r\n`);
      const imported = await importTable('icd10cm-order', [path], { directory: join(directory, 'tables') });
      if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    }
    const opened = openTables(join(directory, 'tables')).all('icd10cm-order');
    if (!opened.ok) throw new Error('no tables');
    return prepareEdits(
      library,
      opened.value.map(({ file }) => file),
    );
  }

  it('each line by the year of its own day', async () => {
    const years = await withYears();
    const across = (diagnoses: string[]) =>
      ids(
        claim('99213; 99212', {
          diagnoses,
          lines: [
            { number: 1, code: '99213', modifiers: [], units: 1, from: date('2025-09-30'), pointers: [1] },
            { number: 2, code: '99212', modifiers: [], units: 1, from: date('2025-10-01'), pointers: [2] },
          ],
        }),
        years,
      ).filter((id) => id.startsWith('diagnosis/'));
    expect(across(['M54.16', 'G35'])).toEqual(['diagnosis/absent']);
    expect(across(['M54.16', 'M54.16'])).toEqual(['diagnosis/repeated']);
  });

  it('a code that is none in several years once, and in the first of them', async () => {
    const years = await withYears();
    const across = (code: string, ...days: string[]) => {
      const each = days.map((day, at) => ({ number: at + 1, code: '99213', modifiers: [], units: 1, from: date(day) }));
      const one = claim('', { diagnoses: [code], lines: each.map((line) => ({ ...line, pointers: [1] })) });
      return scrub(one, { payer: 'medicare' }, years)
        .filter(({ id }) => id.startsWith('edit/diagnosis/'))
        .map(({ id, what }) => `${id.slice('edit/diagnosis/'.length)} ${/\d{4}-\d\d-\d\d/.exec(what)?.[0]}`);
    };
    const [before, first, last, next] = ['2024-09-30', '2024-10-01', '2025-09-30', '2025-10-01'] as const;
    expect(across('M54.5', last)).toEqual(['header 2025-09-30']);
    expect(across('M54.5', last, next)).toEqual(['header 2025-09-30']);
    expect(across('M54.5', next, last)).toEqual(['header 2025-10-01']);
    // The short list of the library answers where the file of the year is not there.
    expect(across('M54.5', before, first)).toEqual(['not-billable 2024-09-30']);
    expect(across('M54.6', last, next)).toEqual(['header 2025-10-01']);
    expect(across('M54.50', last, next)).toEqual([]);
  });

  it('a word that only holds the letters of a side names none', async () => {
    const years = await withYears();
    const of = (diagnosis: string) => ids(claim('20610-RT', { diagnoses: [diagnosis] }), years);
    expect(of('Q35.9')).not.toContain('diagnosis/side');
    expect(of('R10.32')).toContain('diagnosis/side');
  });

  it('both sides told of a knee whose diagnosis names one', async () => {
    const years = await withYears();
    const of = (...diagnoses: string[]) => {
      const pointers = diagnoses.map((_, at) => at + 1);
      return ids(claim('20610-50', { diagnoses }, '2025-03-03', { pointers }), years);
    };
    expect(of('M17.11')).toContain('diagnosis/one-side');
    expect(of('M17.11', 'M17.12')).not.toContain('diagnosis/one-side');
    expect(of('M17.0')).not.toContain('diagnosis/one-side');
    expect(of('M17.11', 'M54.16')).not.toContain('diagnosis/one-side');
  });
});
