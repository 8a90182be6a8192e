import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { prepareEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { openLibrary } from '../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = prepareEdits(library);
const DAY = '2026-03-02';

/** `62323 x1; 77003-26 x1 @2026-03-02` → lines. */
function lines(text: string, on = DAY): ClaimLine[] {
  return text.split(';').map((part, index) => {
    const [service = '', units = 'x1', day] = part.trim().split(/\s+/);
    const [code = '', ...modifiers] = service.split('-');
    return {
      number: index + 1,
      code,
      modifiers,
      units: Number(units.slice(1)),
      from: date(day?.slice(1) ?? on),
      pointers: [1],
    };
  });
}

/** What a claim inside an approved study carries besides. */
const STUDY: Partial<Claim> = { placeOfService: '24', trial: '03072927', diagnoses: ['M48.062', 'Z00.6'] };

function claim(text: string, more: Partial<Claim> = {}, on = DAY): Claim {
  return {
    id: 'c1',
    type: 'professional',
    placeOfService: '11',
    diagnoses: ['M54.16'],
    lines: lines(text, on),
    ...more,
  };
}

function ids(one: Claim, history: Claim[] = []): string[] {
  return [...new Set(scrub(one, {}, law, history).map((finding) => finding.id.replace('edit/', '')))].toSorted();
}

describe('claims without a fault say nothing', () => {
  it.each([
    ['62323 x1'],
    ['64483-RT x1; 64484-RT x1'],
    ['64483-50 x1; 64484-LT x1'],
    ['64490-50-KX x1; 64494-50-KX x1'],
    ['64493-50-KX x1; 64494-50-KX x1; 64495-50-KX x1'],
    ['64635-RT x1; 64636-RT x2'],
    ['64510-RT x1; 77003 x1'],
    ['20610-RT x1; 77002 x1; J3301 x4'],
    ['64405-50 x1; 76942 x1'],
    ['62323 x1; 64493-RT x1'],
    ['62321 x1; 62323 x1'],
    ['64635-50 x1; 64633-50 x1'],
    ['99213-25 x1; 62323 x1'],
    ['27096-RT x1; 64451-LT x1'],
    ['64635-RT x1; 64493-LT x1'],
    ['64625-RT x1'],
    ['64483-LT x1; 64484-RT x1; 64484-LT x1'],
    ['20610-RT x1; 20610-LT x1'],
    ['64454-RT-52 x1'],
    ['J1010 x80; 20610-LT x1'],
    ['64615 x1; J0585 x155; J0585-JW x45'],
  ])('%s', (text) => {
    expect(ids(claim(text))).toEqual([]);
  });
  it('both sides on two lines at a surgical center', () => {
    expect(
      ids(claim('64483-RT x1; 64483-LT x1; 64484-RT x1; 64484-LT x1', { type: 'asc', placeOfService: '24' })),
    ).toEqual([]);
  });
});

describe('one fault, one answer', () => {
  const cases: [rule: string, text: string, expected: string[], more?: Partial<Claim>, on?: string][] = [
    ['C05', '64483-RT x1; 64483-LT x1', ['side/two-lines', 'units/day-absolute']],
    ['C07', '62323-50 x1', ['side/none-for-code']],
    ['FMT-05 side', '62321-RT x1', ['side/none-for-code']],
    ['C08', '62321 x1; 77003-26 x1', ['add-on/guidance-no-primary', 'guidance/included', 'pair/distinct']],
    [
      'C08 with 59',
      '62323 x1; 77003-59 x1',
      ['add-on/guidance-no-primary', 'guidance/included', 'pair/claimed-distinct'],
    ],
    ['barred', '62322 x1; 76942 x1', ['guidance/included', 'pair/distinct']],
    ['C26', '62311 x1', ['code/ended'], {}, '2026-01-20'],
    [
      'C49',
      '64625-RT x1',
      ['code/from-range'],
      { lines: [{ ...lines('64625-RT x1')[0]!, description: 'RFA 64622-64627' }] },
    ],
    ['FMT-01 unit changed', '64622 x3', ['code/ended']],
    ['FMT-01 day of the end', '0275T-Q0 x1', [], STUDY, '2025-12-31'],
    ['FMT-01 day after', '0275T-Q0 x1', ['code/ended'], STUDY, '2026-01-01'],
    ['not yet valid', '64466 x1', ['code/not-yet-valid'], {}, '2024-12-31'],
    ['drug code ended', 'J1040 x1', ['code/ended']],
    ['FMT-03', '64484-RT x1', ['add-on/no-primary']],
    ['PNB-05', '64421 x1', ['add-on/no-primary']],
    ['FMT-04 no second', '64493 x1; 64495 x1', ['add-on/step-missing']],
    ['FMT-04 no first', '64491 x1; 64492 x1', ['add-on/no-primary', 'add-on/step-missing']],
    ['FMT-07', '64483-50 x1', ['side/fifty-at-center'], { type: 'asc', placeOfService: '24' }],
    ['FMT-08', '64468-50 x1', ['side/both-priced']],
    ['MOD-03', '64488-RT x1', ['side/one-on-both']],
    ['FMT-09', '20553-50 x1', ['side/both-not-allowed']],
    ['FMT-10', '64493 x2', ['units/day-absolute']],
    ['FMT-11', '64484-RT x5; 64483-RT x1', ['units/day']],
    ['FMT-11 value itself', '64484-RT x4; 64483-RT x1', []],
    ['FMT-12', '64484-RT x4; 64484-LT x4; 64483-RT x1; 64483-LT x1', [], { type: 'asc', placeOfService: '24' }],
    ['FMT-12 above', '64493-RT x2; 64493-LT x1', ['units/day-absolute'], { type: 'asc', placeOfService: '24' }],
    ['FMT-13', '20610-RT x1; 77002 x2', ['units/guidance']],
    ['FMT-14 by year', '64447-RT x1; 76942 x1', ['guidance/included']],
    ['FMT-14 before', '64447-RT x1; 76942 x1', [], {}, '2022-12-31'],
    ['FMT-15', '20605 x1; 77003 x1', ['add-on/guidance-no-primary']],
    ['C49 of the claims dossier', '77003 x1; 20553 x1', ['add-on/guidance-no-primary']],
    ['FMT-16', '20552 x1; 20553 x1', ['pair/never']],
    ['FMT-16 with a modifier', '20552-59 x1; 20553 x1', ['pair/never']],
    ['FMT-17', '62323 x1; 64483 x1', ['pair/distinct']],
    ['a lone side', '62323 x1; 64483-RT x1', ['pair/distinct', 'pair/same-side']],
    ['the same side', '64635-RT x1; 64493-RT x1', ['pair/distinct', 'pair/same-side']],
    ['sides that overlap', '64635-50 x1; 64493-RT x1', ['pair/distinct', 'pair/same-side']],
    ['said to be distinct', '64483-RT x1; 20553-59 x1', ['pair/claimed-distinct']],
    ['on the other line', '64483-RT-XS x1; 20553 x1', ['pair/claimed-distinct']],
    ['76 does not separate', '62323 x1; 64483-76 x1', ['pair/distinct']],
    ['three pairs', '64483 x1; 20610-59 x1; 20553-59 x1', ['pair/claimed-distinct']],
    ['FMT-18 no pair', '62323 x1; 99204 x1', ['visit/same-day']],
    ['FMT-18 with a pair', '62323 x1; 99213 x1', ['visit/same-day']],
    ['25 on the procedure', '62323-25 x1; 99213 x1', ['modifier/visit-on-procedure', 'visit/same-day']],
    ['FMT-20', '20610-RT x1', ['code/joint-for-sacroiliac'], { diagnoses: ['M46.1'] }],
    ['FMT-21', '64999 x1', ['code/unlisted-without-words']],
    ['FMT-21 described', '64999 x1', ['code/unlisted'], { note: 'ganglion impar block, compare 64520' }],
    ['FMT-22', '27096-RT x1', ['code/other-claim-type'], { type: 'asc', placeOfService: '24' }],
    ['FMT-22 the other way', 'G0260 x1', ['code/other-claim-type']],
    ['FMT-23', '64635-RT-KX x1', ['attest/wrong-code']],
    ['FMT-23 interlaminar', '62323-KX x1', ['attest/wrong-code']],
    ['MOD-01', '64483-50-RT x1', ['side/fifty-with-side']],
    ['MOD-04', '20610-59-XS x1', ['modifier/exact-and-general']],
    ['MOD-05', '99213-59 x1', ['modifier/distinct-on-visit']],
    ['MOD-07', '64483-26-RT x1', ['modifier/parts']],
    ['MOD-10', '64483-RT-59-22-52-76 x1', ['modifier/too-many']],
    ['DRUG-03', 'J3301-JW x1', ['drug/waste-alone']],
    ['JW and JZ', 'J3301-JZ x4; J3301-JW x1', ['drug/waste-and-none']],
    ['POS-01', '64628 x1', ['place/facility-only']],
    ['POS-04', '64483-RT x1', ['place/remote'], { placeOfService: '02' }],
    ['a place that does not exist', '20610-RT x1', ['place/unlisted'], { placeOfService: '98' }],
    ['26 in a facility', '20610-RT x1; 77002 x1', ['place/professional-part'], { placeOfService: '22' }],
    ['no diagnosis', '62323 x1', ['diagnosis/none'], { diagnoses: [] }],
    ['EDI-02', '62323 x1', ['diagnosis/pointer-wrong'], { lines: [{ ...lines('62323 x1')[0]!, pointers: [2] }] }],
    ['C41', '62323 x1', ['diagnosis/not-billable'], { diagnoses: ['M54.5'] }, '2021-10-01'],
    ['C41 day before', '62323 x1', [], { diagnoses: ['M54.5'] }, '2021-09-30'],
    ['repeated line', '62323 x1; 62323 x1', ['line/repeated', 'units/day']],
    ['before birth', '62323 x1', ['date/before-birth'], { patientBirthDate: date('2026-03-03') }],
    ['EDI-05', '62323 x1', ['identifier/npi'], { billing: { npi: '1234567890' } }],
    ['a good NPI', '62323 x1', [], { billing: { npi: '1234567893' } }],
    [
      'EDI-01',
      '62323 x1',
      ['charge/unbalanced'],
      { chargeTotal: 27322 as never, lines: [{ ...lines('62323 x1')[0]!, charge: 27320 as never }] },
    ],
    ['not in the tables', '99999 x1', ['code/unknown']],
    ['SCS generator', '63685 x1; 63688 x1', ['pair/distinct'], { placeOfService: '24' }],
    ['C17 of the claims dossier', '20553 x1; 64493-KX x1', ['pair/distinct']],
    ['SIJ-09 / C52', '27096-RT x1; 64451-RT x1', ['side/one-way-only']],
    ['SIJ-09 both and one', '27096-50 x1; 64451-RT x1', ['side/one-way-only']],
    ['C37', '64615 x1; 64616 x1; J0585-JZ x200', ['pair/never']],
  ];
  it.each(cases)('%s: %s', (_, text, expected, more, on) => {
    expect(ids(claim(text, more, on))).toEqual(expected.toSorted());
  });
});

describe('earlier claims of the patient', () => {
  const ablation = claim('64635-RT x1', { id: 'earlier', patient: 'p', billing: { npi: '1234567893' } }, '2026-03-02');
  const later = (text: string, on: string, more: Partial<Claim> = {}) =>
    claim(text, { patient: 'p', billing: { npi: '1234567893' }, ...more }, on);
  it.each([
    ['FMT-19 the tenth day', '99213 x1', '2026-03-12', ['visit/in-global']],
    ['FMT-19 the eleventh day', '99213 x1', '2026-03-13', []],
    ['FMT-19 unrelated', '99213-24 x1', '2026-03-09', []],
    ['GLB-02 second side', '64635-LT x1', '2026-03-09', ['procedure/in-global']],
    ['GLB-02 planned', '64635-LT-58 x1', '2026-03-09', []],
    ['add-on of yesterday is no primary', '64636-RT x1', '2026-03-03', ['add-on/no-primary']],
    ['add-on on a second claim of the day', '64636-RT x1', '2026-03-02', []],
    ['DUP-01', '64635-RT x1', '2026-03-02', ['line/sent-before', 'units/day-absolute']],
    ['pair over two claims', '64493-RT x1', '2026-03-02', ['pair/distinct', 'pair/same-side']],
  ])('%s', (_, text, on, expected) => {
    expect(ids(later(text, on), [ablation])).toEqual(expected.toSorted());
  });
  it('does not send a repeat to where replacements are not taken', () => {
    const [again] = scrub(later('64635-RT x1', DAY), {}, law, [ablation]).filter(({ id }) =>
      id.endsWith('/sent-before'),
    );
    expect(again?.do).toMatch(/^Leave it out\. .*at Medicare Part B by a reopening/);
  });
  it('another patient has no part in it', () => {
    expect(ids(later('99213 x1', '2026-03-09', { patient: 'q' }), [ablation])).toEqual([]);
  });
  it('another provider has no part in it', () => {
    expect(ids(later('99213 x1', '2026-03-09', { billing: { npi: '1932102084' } }), [ablation])).toEqual([]);
  });
});

describe('honesty of editions', () => {
  it('says when the table is older than the date of service', () => {
    const found = scrub(claim('20552 x1; 20553 x1'), {}, law).find((finding) => finding.id === 'edit/pair/never');
    expect(found?.why).toContain('2024Q3, which is older than the date of service');
  });
  it('is silent about it inside the quarter', () => {
    const found = scrub(claim('20552 x1; 20553 x1', {}, '2024-07-01'), {}, law).find(
      (finding) => finding.id === 'edit/pair/never',
    );
    expect(found?.why).toContain('Table 2024Q3.');
  });
  it('a pair that ended is judged until its last day', () => {
    const ended = library.edits.pairs[0]!.rows.find((row) => row.through === '2019-12-31' && row.indicator === 1)!;
    const open = library.edits.pairs[0]!.rows.some(
      (row) => row.through === undefined && row.column1 === ended.column1 && row.column2 === ended.column2,
    );
    const on = (day: string) =>
      law.pairs.on(0)!.find(key(ended.column1), key(ended.column2), Date.parse(day) / 86_400_000);
    expect(on('2019-12-31')).toBe(1);
    expect(on('2020-01-01')).toBe(open ? on('2026-01-01') : -1);
  });
});

function key(code: string): number {
  return Number.parseInt(code, 36);
}

describe('kinds of claim', () => {
  it('a hospital claim is told that the table is the practitioners’', () => {
    const found = scrub(claim('20552 x1; 20553 x1', { type: 'hospital-opd', placeOfService: '22' }), {}, law);
    expect(found.find((finding) => finding.id === 'edit/pair/never')?.why).toContain('the hospital table may differ');
  });
});
