import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { prepareEdits } from '@interspace/core/edits/prepare-edits';
import { againstHistory } from '@interspace/core/edits/against-history';
import { scrub } from '@interspace/core/edits/scrub';
import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { openLibrary } from '../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = prepareEdits(library);
const MEDICARE = { payer: 'medicare' };

/** `62323 x1; 77003-26 x1` → lines. */
function lines(text: string, on: string): ClaimLine[] {
  return text.split(';').map((part, index) => {
    const [service = '', units = 'x1'] = part.trim().split(/\s+/);
    const [code = '', ...modifiers] = service.split('-');
    return { number: index + 1, code, modifiers, units: Number(units.slice(1)), from: date(on), pointers: [1] };
  });
}

function claim(text: string, more: Partial<Claim> = {}, on = '2026-07-15'): Claim {
  const base = { id: 'c', type: 'professional' as const, placeOfService: '11', diagnoses: ['M54.16'] };
  return { ...base, lines: lines(text, on), ...more };
}

function ids(one: Claim, context: object = MEDICARE, history: Claim[] = []): string[] {
  return [...new Set(scrub(one, context, law, history).map(({ id }) => id.replace('edit/', '')))].toSorted();
}

describe('worked cases of the reference, by the claim alone', () => {
  const cases: [name: string, text: string, expected: string[], more?: Partial<Claim>][] = [
    ['C01', '64483-LT x1', []],
    ['C02', '64483-LT x1; 64484-LT x1', []],
    ['C04', '64493-50-KX x1; 64494-50-KX x1', []],
    ['C05', '64493-RT x1; 64493-LT x1', ['side/two-lines', 'units/day-absolute']],
    ['C08', '64495-KX x1; 64493-KX x1', ['add-on/step-missing']],
    ['C10', '62323 x1; 77003-59 x1', ['add-on/guidance-no-primary', 'guidance/included', 'pair/claimed-distinct']],
    ['C11', '62323 x1; 64483-RT x1', ['pair/distinct', 'pair/same-side']],
    ['C13', '62321 x1; 62323 x1', []],
    ['C14', '64490-KX x1; 64493-KX x1', []],
    ['C16', '20553 x1; 64493-KX x1', ['pair/distinct']],
    ['C17', '20552 x1; 20553 x1', ['pair/never']],
    ['C19', '64635-RT x1; 64493-RT-KX x1', ['pair/distinct', 'pair/same-side']],
    ['C20', '64635-50 x1; 64636-50 x1', []],
    ['C25', '62323 x1; 99204 x1', ['visit/same-day']],
    ['C29', '63685 x1; 63688 x1', ['pair/distinct'], { placeOfService: '24' }],
    ['C34', '62323-50 x1', ['side/none-for-code']],
    ['C35', '64615-50 x1; J0585 x155; J0585-JW x45', ['side/both-priced']],
    ['C37', '64615 x1; 64616 x1', ['pair/never']],
    ['C43', '20611-RT x1; 76942 x1', ['guidance/included', 'pair/distinct', 'pair/same-side']],
    ['C44', '64483 x1; 20610-59 x1; 20553-59 x1', ['pair/claimed-distinct']],
    ['C46', '64454-LT x1; 64450 x3', ['pair/distinct', 'pair/same-side', 'units/one-nerve']],
    ['C47', '64484 x1', ['add-on/no-primary']],
    ['C50', '64999 x1', ['code/unlisted-without-words']],
    [
      'C53',
      '62323 x1',
      ['charge/unbalanced'],
      { chargeTotal: 27322 as never, lines: [{ ...lines('62323 x1', '2026-07-15')[0]!, charge: 27320 as never }] },
    ],
    ['C58', '64493-GA-KX x2', ['notice/cannot-shift', 'units/day-absolute']],
    ['AOC-03', '64483-RT x2; 64484-RT x1', ['add-on/primary-denied', 'units/day-absolute']],
  ];
  it.each(cases)('%s: %s', (_, text, expected, more) => {
    const found = ids(claim(text, more)).filter((id) => !/^(device|study|toxin)\//.test(id));
    expect(found).toEqual(expected.toSorted());
  });
  it.each([
    ['2026-11-20', ['filing/near']],
    ['2026-11-21', ['filing/late']],
    ['2026-01-20', []],
  ])('C55 sent on %s', (sent, expected) => {
    const one = claim('62323 x1', { submittedOn: date(sent), payer: { filing: 'MB' } }, '2025-11-20');
    expect(ids(one)).toEqual(expected);
  });
  it('C47 with the primary on another claim of the day, later in the file', () => {
    const add = claim('64484-RT x1', { patient: 'p', billing: { npi: '1234567893' } });
    const primary = claim('64483-RT x1', { id: 'd', patient: 'p', billing: { npi: '1234567893' } });
    const { added, withdrawn } = againstHistory(add, MEDICARE, law, [], [primary]);
    expect(added).toEqual([]);
    expect(withdrawn.map(({ id }) => id)).toEqual(['edit/add-on/no-primary']);
  });
});

describe('parties, references and services', () => {
  const cases: [id: string, more: Partial<Claim>, text?: string][] = [
    ['frequency/original-missing', { frequency: '7' }],
    ['identifier/taxonomy', { billing: { taxonomy: '208VP0014' } }],
    ['billing/box', { billing: { street: 'P.O. Box 12' } }],
    ['billing/zip', { billing: { zip: '77001' } }],
    ['rendering/missing', { billing: { organization: true } }],
    ['frequency/unusual', { frequency: '5' }],
    ['modifier/too-many', { lines: [{ ...lines('64520-LT-59-GA-KX x1', '2026-07-15')[0]!, description: 'XS' }] }],
    ['identifier/npi-missing', { billing: { zip: '770010001' }, chargeTotal: 1 as never }],
    ['place/facility-zip', { facility: { zip: '77001' } }],
    [
      'date/outside-statement',
      { billType: '131', statementFrom: date('2026-07-13'), statementThrough: date('2026-07-14') },
    ],
    ['identifier/mbi', { payer: { filing: 'MB' }, subscriber: { memberId: '1EG4TE5MK7' } }],
    ['payer/primary-missing', { payer: { filing: 'MB' }, subscriber: { secondaryReason: '12' } }],
    ['payer/primary-missing', { payer: { filing: 'MB' }, subscriber: { sequence: 'S', secondaryReason: '12' } }],
    ['payer/primary-missing', { payer: { filing: 'MA' }, billType: '131', subscriber: { sequence: 'T' } }],
    [
      'payer/reason-missing',
      { payer: { filing: 'MB' }, subscriber: { sequence: 'S' }, otherPayers: [{ adjustments: [] }] },
    ],
    ['note/too-long', { note: 'x'.repeat(81), chargeTotal: 1 as never }],
    ['place/own-address', { placeOfService: '24', billing: { npi: '1234567893' }, facility: { npi: '1234567893' } }],
    ['place/facility-unnamed', { placeOfService: '24', billing: { npi: '1234567893' } }],
    ['place/facility-unnamed', { placeOfService: '24', billing: {}, chargeTotal: 1 as never }],
    ['code/not-payable', {}, '36000 x1'],
    ['sedation/facility', { placeOfService: '24' }, '99152 x1; 99153 x1'],
    ['beside/nurse-visit', {}, '99211 x1; 96373 x1'],
    ['visit/two-same-day', {}, '99213 x1; 99203 x1'],
    ['visit/shared-outside', {}, '99213-FS x1'],
    ['notice/will-deny', {}, '62323-GZ x1'],
    ['modifier/payer-adds', {}, '62323-51 x1'],
    ['drug/waste-not-told', {}, 'J0585 x155'],
    ['drug/containers', {}, 'J0585 x155; J0585-JW x40'],
    ['units/one-joint', {}, '20610-RT x2'],
  ];
  it.each(cases)('%s', (id, more, text = '62323 x1') => {
    expect(ids(claim(text, more))).toContain(id);
  });
  it.each([
    ['a whole number', { payer: { filing: 'MB' }, subscriber: { memberId: '1EG4TE5MK73' } }],
    ['an original named', { frequency: '7', originalReference: 'X1' }],
    [
      'lines on the last day of the statement',
      { billType: '131', statementFrom: date('2026-07-14'), statementThrough: date('2026-07-15') },
    ],
    ['a facility abroad', { facility: { zip: 'SW1A1AA' } }],
    ['a street and nine digits', { billing: { street: '100 SAMPLE ST', zip: '77001-0001' } }],
  ])('%s says nothing', (_, more) => {
    expect(ids(claim('62323 x1', more))).toEqual([]);
  });
  it('a hospital claim points at nothing and has lines of a revenue code alone, more of both than an office', () => {
    const [line] = lines('62323 x1', '2026-07-15');
    const { from } = line!;
    const bare = { code: '', modifiers: [], units: 1, from, pointers: [], revenueCode: '0250' };
    const hospital = claim('62323 x1', {
      type: 'hospital-opd',
      billType: '131',
      placeOfService: undefined,
      diagnoses: ['M54.16', ...Array.from({ length: 14 }, (_, at) => `Z79.${at + 10}`)],
      lines: [{ ...line!, pointers: [] }, ...Array.from({ length: 55 }, (_, at) => ({ ...bare, number: at + 2 }))],
    });
    const notes = (each: string) => ({ ...hospital, note: `${each}\nsecond note`, chargeTotal: 1 as never });
    expect(ids(notes('first note'))).not.toContain('note/too-long');
    expect(ids(notes('x'.repeat(81)))).toContain('note/too-long');
    expect(ids({ ...notes('first note'), billType: undefined })).toContain('note/too-long');
    expect(ids(hospital).filter((id) => /^(diagnosis\/(pointer|too)|line\/too|code\/unknown)/.test(id))).toEqual([]);
  });
  it('a patient who was seen is not new, for three years', () => {
    const more = { patient: 'p', billing: { npi: '1234567893' }, rendering: { npi: '1999999992' } };
    const earlier = claim('99213 x1', more, '2024-07-15');
    expect(ids(claim('99203 x1', more), MEDICARE, [earlier])).toContain('visit/not-new');
    expect(ids(claim('99203 x1', more, '2027-07-16'), MEDICARE, [earlier])).not.toContain('visit/not-new');
  });
});
