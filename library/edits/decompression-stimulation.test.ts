import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepareEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import type { Claim } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { studyNumber } from '@interspace/core/model/study-number';
import { openLibrary } from '../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = prepareEdits(library);

function claim(text: string, more: Partial<Claim> = {}, on = '2026-05-12'): Claim {
  return {
    id: 'c1',
    type: 'professional',
    placeOfService: '22',
    diagnoses: ['M48.062', 'Z00.6'],
    trial: '03072927',
    lines: text.split('; ').map((line, index) => {
      const [codes = '', units = 'x1'] = line.split(' ');
      const [code = '', ...modifiers] = codes.split('-');
      return { number: index + 1, code, modifiers, units: Number(units.slice(1)), from: date(on), pointers: [1] };
    }),
    ...more,
  };
}

const OURS = /^edit\/(study|device|decompression|stimulation|units|side|code|add-on)\//;
const ids = (one: Claim, payer = 'medicare') =>
  [
    ...new Set(
      scrub(one, { payer }, law)
        .map((finding) => finding.id)
        .filter((id) => OURS.test(id))
        .map((id) => id.replace('edit/', '')),
    ),
  ].toSorted();

describe('a decompression inside a study', () => {
  it.each<[string, string, string[], Partial<Claim>?, string?]>([
    ['MILD-03..23 all there', '62330-Q0', []],
    ['MILD-03 add-on alone', '62331-Q0', ['add-on/no-primary']],
    ['MILD-04 add-on twice', '62330-Q0; 62331-Q0 x2', ['units/session-once']],
    ['MILD-05 first interspace twice', '62330-Q0 x2', ['units/first-once']],
    ['MILD-06 both sides', '62330-50-Q0', ['side/both-priced']],
    ['MILD-06 one side', '62330-RT-Q0', ['side/one-on-both']],
    ['MILD-07 reduced', '62330-52-Q0', []],
    ['MILD-08 epidural beside', '62330-Q0; 62323', ['decompression/injection-beside']],
    ['MILD-09 fluoroscopy beside', '62330-Q0; 76000', ['decompression/imaging-beside']],
    ['MILD-10 laminectomy beside', '62330-Q0; 63047', ['code/unknown', 'decompression/larger-beside']],
    ['MILD-11, 23 no number', '62330-Q0', ['study/number-missing'], { trial: undefined }],
    ['MILD-13 no modifier', '62330', ['study/modifier-missing']],
    ['MILD-14 wrong modifier', '62330-Q1', ['study/modifier-wrong']],
    ['MILD-15 research not told', '62330-Q0', ['study/diagnosis-missing'], { diagnoses: ['M48.062'] }],
    ['MILD-15 research first', '62330-Q0', ['study/diagnosis-first'], { diagnoses: ['Z00.6', 'M48.062'] }],
    ['MILD-16 no stenosis', '62330-Q0', ['study/reason-missing'], { diagnoses: ['M54.16', 'Z00.6'] }],
    ['MILD-17 without claudication', '62330-Q0', ['study/reason-doubtful'], { diagnoses: ['M48.061', 'Z00.6'] }],
    ['MILD-19 office', '62330-Q0', ['study/place'], { placeOfService: '11' }],
    ['MILD-22 seven digits', '62330-Q0', ['study/number-form'], { trial: '0307292' }],
    ['MILD-22 with its letters', '62330-Q0', [], { trial: 'NCT03072927' }],
    ['MILD-25 blinded and open', 'G0276-Q0; 62330-Q0', ['decompression/blinded-beside']],
    ['MILD-01 too late', '0275T-Q0', ['code/ended']],
    ['MILD-02 too early', '62330-Q0', ['code/not-yet-valid'], {}, '2025-12-31'],
    ['before the decision', '0275T', [], { trial: undefined, diagnoses: ['M48.06'] }, '2014-01-08'],
    [
      'first day of the decision',
      '0275T',
      ['study/modifier-missing', 'study/number-missing'],
      { trial: undefined, diagnoses: ['M48.06', 'Z00.6'] },
      '2014-01-09',
    ],
  ])('%s: %s', (_, text, expected, more = {}, on = '2026-05-12') =>
    expect(ids(claim(text, more, on))).toEqual(expected.toSorted()),
  );

  it('is no study for a commercial payer', () => {
    expect(ids(claim('62330', { trial: undefined, diagnoses: ['M48.062'] }), 'aetna')).toEqual([]);
  });
});

describe("the hospital's claim of a study", () => {
  const frame: Partial<Claim> = {
    type: 'hospital-opd',
    billType: '0131',
    conditionCodes: ['30'],
    valueCodes: [{ code: 'D4', value: '3072927' }],
    placeOfService: undefined,
  };
  it.each<[string, Partial<Claim>, string[]]>([
    ['all there', {}, []],
    ['MILD-20', { conditionCodes: [] }, ['study/condition-code']],
    ['MILD-21 absent', { valueCodes: [] }, ['study/value-code']],
    ['MILD-21 another number', { valueCodes: [{ code: 'D4', value: '03072928' }] }, ['study/value-code']],
    ['an inpatient bill', { billType: '0111' }, ['study/bill-type']],
    ['frame not in the input', { billType: undefined, conditionCodes: undefined }, ['study/frame']],
  ])('%s', (_, more, expected) => expect(ids(claim('62330-Q0', { ...frame, ...more }))).toEqual(expected));
});

describe('devices of stimulation', () => {
  const office: Partial<Claim> = { placeOfService: '11', diagnoses: ['M96.1'], trial: undefined };
  const hospital: Partial<Claim> = { ...office, type: 'hospital-opd', billType: '0131', placeOfService: undefined };
  it.each<[string, string, Partial<Claim>, string[]]>([
    ['the office trial', '63650 x2', office, []],
    ['SCS-01', '63650-50', office, ['side/both-not-allowed']],
    ['SCS-03', '63650 x3', office, ['units/day']],
    ['SCS-26 electrode', '63650 x2; L8680 x16', office, ['device/inside']],
    ['SCS-26 lead', '63650 x2; C1778 x2', office, ['device/inside']],
    ['SCS-27', '63650 x2; 63685', hospital, ['device/missing']],
    ['SCS-27 there', '63650 x2; 63685; C1778 x2; C1820', hospital, []],
    ['SCS-28', '63685; C1827', hospital, ['device/missing', 'device/other-organ']],
    [
      'SCS-37',
      '0784T; 63685',
      { ...office, placeOfService: '24' },
      ['code/carrier-priced', 'stimulation/integrated-beside'],
    ],
  ])('%s: %s', (_, text, more, expected) => expect(ids(claim(text, more))).toEqual(expected));
});

describe('pairs of stimulation', () => {
  const never = (text: string) =>
    scrub(claim(text, { diagnoses: ['M96.1'], trial: undefined, placeOfService: '24' }), { payer: 'medicare' }, law)
      .map((finding) => finding.id)
      .filter((id) => /pair|guidance|add-on/.test(id));
  it.each([
    ['SCS-15', '63650; 63661', 'edit/pair/never'],
    ['SCS-16', '63663; 63650', 'edit/pair/never'],
    ['SCS-16 paddle', '63664; 63650', 'edit/pair/never'],
    ['SCS-17', '63685; 63688', 'edit/pair/distinct'],
    ['SCS-18', '63650; 77003', 'edit/guidance/included'],
    ['SCS-18 add-on', '63650; 77003', 'edit/add-on/guidance-no-primary'],
    ['SCS-18 other', '63655; 76000', 'edit/guidance/fluoroscopy'],
    ['SCS-19', '63650; 62323', 'edit/pair/never'],
    ['SCS-19 foramen', '63685; 64483', 'edit/pair/never'],
    ['SCS-20', '63650; 95938', 'edit/pair/never'],
    ['SCS-21', '63685; 95972', 'edit/pair/distinct'],
    ['SCS-22', '95972; 95971', 'edit/pair/never'],
  ])('%s: %s', (_, text, expected) => expect(never(text)).toContain(expected));
});

describe('registry numbers', () => {
  it.each([
    ['NCT03072927', 'NCT03072927'],
    ['03072927', 'NCT03072927'],
    ['CT03072927', 'NCT03072927'],
    ['nct 03072927', 'NCT03072927'],
    ['3072927', undefined],
    ['NCT030729270', undefined],
    ['', undefined],
  ])('%s', (text, expected) => expect(studyNumber(text)).toBe(expected));
});
