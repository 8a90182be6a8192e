import { fileURLToPath } from 'node:url';
import { prepareEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = prepareEdits(library);
const DAY = '2026-03-02';
const NPI = '1234567893';

/** `0510 99213-25 x1; 0250 x2` → lines; a revenue code has four digits. */
function lines(text: string, on: string): ClaimLine[] {
  return text.split(';').map((part, index) => {
    const words = part.trim().split(/\s+/);
    const revenueCode = /^\d{4}$/.test(words[0] ?? '') ? words.shift() : undefined;
    const units = /^x\d+$/.test(words.at(-1) ?? '') ? words.pop()! : 'x1';
    const [code = '', ...modifiers] = (words[0] ?? '').split('-');
    const line = { number: index + 1, code, modifiers, units: Number(units.slice(1)), pointers: [1], revenueCode };
    return { ...line, from: date(on) };
  });
}

function claim(text: string, more: Partial<Claim> = {}, on = DAY): Claim {
  const whole = { id: 'c1', diagnoses: ['M54.16'], chargeTotal: 100 as Claim['chargeTotal'], billing: { npi: NPI } };
  return { ...whole, type: 'professional', placeOfService: '11', lines: lines(text, on), ...more };
}

function hospital(text: string, more: Partial<Claim> = {}, on = DAY): Claim {
  return {
    ...claim(text, { type: 'hospital-opd', placeOfService: undefined, billType: '131', ...more }),
    lines: lines(text, on),
  };
}

function center(text: string, more: Partial<Claim> = {}, on = DAY): Claim {
  return claim(text, { type: 'asc', placeOfService: '24', ...more }, on);
}

function said(one: Claim, { history = [], payer = 'medicare' }: { history?: readonly Claim[]; payer?: string } = {}) {
  return scrub(one, { payer }, law, history).map(({ id }) => id.replace('edit/', ''));
}

describe('a claim of a facility', () => {
  it.each<[what: string, one: Claim, history: Claim[], silent: string]>([
    ['its clinic visits are paid', hospital('0510 G0463-25; 0361 62323'), [], 'units/none-allowed'],
    ['supplies may stand twice', hospital('0361 62323; 0250; 0250; 0270'), [], 'line/repeated'],
    ['one drug in two departments', hospital('0636 J3301 x4; 0250 J3301 x4'), [], 'line/repeated'],
    ['57 is no modifier of it', hospital('0510 G0463-25; 0360 27279-RT'), [], 'visit/same-day-major'],
    [
      'no global days for its visits',
      hospital('0510 G0463'),
      [hospital('0361 64635-RT', {}, '2026-02-26')],
      'visit/in-global',
    ],
    [
      'no global days for its procedures',
      center('64635-LT'),
      [center('64635-RT', {}, '2026-02-26')],
      'procedure/in-global',
    ],
    ['what its clinicians claim is another service', center('64483-RT'), [claim('64483-RT')], 'line/sent-before'],
  ])('%s', (_, one, history, silent) => {
    expect(said(one, { history })).not.toContain(silent);
  });

  it.each<[what: string, one: Claim, history: Claim[], told: string]>([
    ['a visit beside a major procedure needs 25', hospital('0510 G0463; 0360 27279-RT'), [], 'visit/same-day'],
    ['a service twice', hospital('0361 62323; 0361 62323'), [], 'line/repeated'],
    ['a visit of the clinician', claim('99213'), [claim('64635-RT', {}, '2026-02-26')], 'visit/in-global'],
    ['the same claim of the center again', center('64483-RT'), [center('64483-RT')], 'line/sent-before'],
  ])('but %s', (_, one, history, told) => {
    expect(said(one, { history })).toContain(told);
  });

  it.each<[what: string, one: Claim, missing: boolean]>([
    ['a service of an outpatient', hospital('0361 62323'), true],
    ['a revenue code alone', hospital('0250'), false],
    ['a stay', hospital('0120 x3; 0360 62323', { billType: '111' }), false],
    ['a stay, written with a zero', hospital('0120 x3', { billType: '0111' }), false],
    ['a practice', claim('62323'), true],
  ])('line without a day: %s', (_, one, missing) => {
    const undated = { ...one, lines: one.lines.map((line) => ({ ...line, from: undefined })) };
    expect(said(undated).includes('date/missing')).toBe(missing);
  });

  it('is quoted with the revenue code where a line has no other', () => {
    const quoted = (text: string) => scrub(hospital(text), {}, law)[0]?.evidence[0];
    expect(quoted('0250 x0')).toMatchObject({ quote: `revenue code 0250 x0 on ${DAY}` });
    expect(quoted('0636 J3301 x0')).toMatchObject({ quote: `J3301 x0 on ${DAY}` });
  });

  it('is judged as a whole when it is a stay', () => {
    const of = (billType: string) => said(hospital('0360 64483-RT; 0360 20610-RT', { billType }));
    expect(of('131')).toEqual(['pair/distinct', 'pair/same-side']);
    expect(of('121')).toEqual(of('131'));
    expect(of('111')).toEqual([]);
    expect(said(hospital('0360 62323', { billType: '111', billing: { npi: '1234567890' } }))).toEqual([
      'identifier/npi',
    ]);
  });

  it.each<[what: string, one: Claim, payer: string, told: string[]]>([
    ['both sides on two lines', hospital('0490 64483-RT; 0490 64483-LT', { billType: '831' }), 'commercial', []],
    ['and for Medicare', hospital('0490 64483-RT; 0490 64483-LT', { billType: '0831' }), 'medicare', []],
    ['both sides with 50', hospital('0490 64483-50', { billType: '831' }), 'commercial', []],
    [
      'which Medicare does not take',
      hospital('0490 64483-50', { billType: '831' }),
      'medicare',
      ['side/fifty-at-center'],
    ],
    [
      'but a side twice',
      hospital('0490 64483-RT; 0490 64483-RT', { billType: '831' }),
      'commercial',
      ['line/repeated'],
    ],
    [
      'a hospital',
      hospital('0361 64483-RT; 0361 64483-LT', { billType: '131' }),
      'commercial',
      ['side/two-lines', 'units/day-absolute'],
    ],
    [
      'a hospital that billed as a center, until 2007',
      hospital('0490 64483-RT; 0490 64483-LT', { billType: '831' }, '2007-12-31'),
      'medicare',
      ['side/two-lines', 'units/day-absolute'],
    ],
  ])('of a surgical center in its own form: %s', (_, one, payer, told) => {
    expect(said(one, { payer }).toSorted()).toEqual(told);
  });

  it('names the tables of practitioners for a center and says of a hospital that its own may differ', () => {
    const why = (billType: string) =>
      scrub(hospital('0360 20552; 0360 20553', { billType }), {}, law).find(({ id }) => id === 'edit/pair/never')?.why;
    expect(why('131')).toContain('the hospital table may differ');
    expect(why('831')).not.toContain('the hospital table may differ');
  });

  it.each<[text: string, ofHospital: string[], ofClinic: string[]]>([
    ['0521 99213; 0521 20610-RT', ['visit/same-day'], []],
    ['0521 99213; 0521 27279-RT', ['visit/same-day'], []],
    ['0521 99213-25; 0521 20610-RT', [], []],
    ['0521 99213; 0521 99214', ['visit/two-same-day'], ['visit/two-same-day']],
    ['0521 99213; 0521 99214-59', ['modifier/distinct-on-visit', 'visit/two-same-day'], []],
    ['0521 99213; 0521 99214-25', ['visit/two-same-day'], []],
    // What is no visit is judged as everywhere.
    [
      '0521 99213; 0521 20610-RT-25',
      ['modifier/visit-on-procedure', 'visit/same-day'],
      ['modifier/visit-on-procedure'],
    ],
  ])('a clinic that is paid by the visit: %s', (text, ofHospital, ofClinic) => {
    const of = (billType: string, payer: string) =>
      said(hospital(text, { billType }), { payer })
        .filter((id) => !id.startsWith('pair/'))
        .toSorted();
    for (const payer of ['medicare', 'medicaid', 'commercial']) {
      for (const billType of ['131', '851']) expect(of(billType, payer), billType).toEqual(ofHospital);
      for (const billType of ['711', '771', '0717']) expect(of(billType, payer), billType).toEqual(ofClinic);
    }
  });

  it('a practice is asked for 25 whoever it belongs to', () => {
    expect(said(claim('99213; 20610-RT', { placeOfService: '72' }))).toContain('visit/same-day');
  });

  it('is as old as the last day that it covers', () => {
    const spans = { statementFrom: date('2025-07-01'), statementThrough: date('2025-07-31'), payer: { filing: 'MA' } };
    const sent = (on: string) => said(hospital('0361 62323', { ...spans, submittedOn: date(on) }, '2025-07-01'));
    expect(sent('2026-07-31')).not.toContain('filing/late');
    expect(sent('2026-08-01')).toContain('filing/late');
    const again = { ...spans, billType: '13Q', frequency: 'Q', submittedOn: date('2026-08-01') };
    expect(said(hospital('0361 62323', again, '2025-07-01'))).not.toContain('filing/late');
  });

  it('stands at its own address, whoever bills for both', () => {
    const office = { npi: NPI, street: '100 SAMPLE ST', zip: '770010001' };
    const at = (street: string) => ({ placeOfService: '22', billing: office, facility: { ...office, street } });
    expect(said(claim('62323', at('900 OTHER ST')))).not.toContain('place/own-address');
    expect(said(claim('62323', at('100 SAMPLE ST')))).toContain('place/own-address');
  });
});

describe("rules of Medicare are not everybody's", () => {
  const needles = Array.from({ length: 21 }, (_, week) => date(`2026-01-${String(week + 1).padStart(2, '0')}`));
  const visits = needles.map((on, at) => claim('97810', { id: `c${at}` }, on));
  it.each<[id: string, one: Claim, history: Claim[]]>([
    ['units/none-allowed', claim('J3302'), []],
    ['side/fifty-at-center', center('64483-50'), []],
    ['sedation/facility', claim('64635-RT; 99152; 99153', { placeOfService: '24' }), []],
    ['code/other-claim-type', center('27096-RT'), []],
    ['frequency/acupuncture-year', visits.at(-1)!, visits.slice(0, -1)],
    ['frequency/acupuncture-quarter', visits.at(-1)!, visits.slice(0, -1)],
  ])('%s', (id, one, history) => {
    expect(said(one, { history })).toContain(id);
    expect(said(one, { history, payer: 'medicare-advantage' })).toContain(id);
    expect(said(one, { history, payer: 'commercial' })).not.toContain(id);
    expect(said(one, { history, payer: 'filing indicator WC' })).not.toContain(id);
  });

  it('a clinician uses the code of clinicians whoever pays', () => {
    expect(said(claim('G0260-RT'), { payer: 'commercial' })).toContain('code/other-claim-type');
  });
});

describe('a service told to two payers', () => {
  const to = (filing: string, text: string, id = 'c1') => claim(text, { id, payer: { filing } });
  it('is no second service', () => {
    const history = [to('MB', '64483-LT')];
    expect(said(to('MB', '64483-LT', 'c2'), { history })).toEqual(['units/day-absolute', 'line/sent-before']);
    expect(said(to('CI', '64483-LT', 'c2'), { history, payer: 'commercial' })).toEqual([]);
  });

  it('is the same for who does not say to whom it goes', () => {
    expect(said(claim('64483-LT'), { history: [to('MB', '64483-LT', 'c2')] })).toContain('line/sent-before');
  });
});

describe('a void', () => {
  const wrong = { diagnoses: ['M54.5'], submittedOn: date('2027-06-01'), payer: { filing: 'MB' } };
  it('is not judged by what is paid, nor by when it comes', () => {
    const faults = said(claim('20553; 20552', wrong));
    expect(faults).toEqual(expect.arrayContaining(['pair/never', 'filing/late', 'diagnosis/not-billable']));
    const left = said(claim('20553; 20552', { ...wrong, frequency: '8', originalReference: 'ICN1' }));
    expect(left.toSorted()).toEqual(['diagnosis/not-billable', 'frequency/not-taken']);
  });

  it.each([
    ['MB', '7', true],
    ['MB', '8', true],
    ['MB', '1', false],
    ['CI', '7', false],
    ['16', '7', false],
  ])('to a payer that takes none (%s, %s)', (filing, frequency, told) => {
    const found = said(claim('20553', { payer: { filing }, frequency, originalReference: 'ICN1' }));
    expect(found.includes('frequency/not-taken')).toBe(told);
  });

  it('says what it takes back', () => {
    expect(said(claim('20553', { frequency: '8' }))).toContain('frequency/original-missing');
  });
});

describe('numbers of a claim', () => {
  it.each<[more: Partial<Claim>, told: string | undefined]>([
    [{ placeOfService: '11' }, undefined],
    [{ placeOfService: '27' }, undefined],
    [{ placeOfService: '98' }, 'place/unlisted'],
    [{ placeOfService: '00' }, 'place/malformed'],
    [{ placeOfService: '1' }, 'place/malformed'],
    [{ billing: { npi: NPI, state: 'PR', taxId: '990000001' } }, undefined],
    [{ billing: { npi: NPI, state: 'QX' } }, 'billing/state'],
    [{ billing: { npi: NPI, taxId: '99' } }, 'billing/tax-number'],
    [{ billing: { npi: NPI, taxId: '99-0000001' } }, 'billing/tax-number'],
  ])('%j', (more, told) => {
    const found = said(claim('99213', { diagnoses: ['M54.16'], ...more }));
    expect(found).toEqual(told === undefined ? [] : [told]);
  });
});

it.each([
  ['64493-RT; 64493-LT; 64494-50', true],
  ['64493-50; 64494-50', false],
])('units that are denied take their add-ons with them: %s', (text, told) => {
  expect(said(claim(text, { diagnoses: ['M47.816'] })).includes('add-on/primary-denied')).toBe(told);
});

describe('guidance is one unit a day', () => {
  it.each([
    ['20610-RT; 77002 x2', true],
    ['20610-RT; 77002; 77002-59', true],
    ['64405-RT; 64450-LT; 76942; 76942-59', true],
    ['20610-RT; 77002', false],
    ['20610-RT; 77002-26; 77002-TC', false],
  ])('%s', (text, told) => {
    expect(said(claim(text)).includes('units/guidance')).toBe(told);
  });

  it('a drug is not injected by telehealth', () => {
    expect(said(claim('96372', { placeOfService: '10' }))).toContain('place/remote');
    expect(said(claim('95972', { placeOfService: '10' }))).not.toContain('place/remote');
  });
});

describe('one line', () => {
  it.each<[text: string, more: Partial<ClaimLine>, told: string[]]>([
    ['64483-LT-RT', {}, ['side/both-on-line']],
    ['64483-LT; 64483-RT', {}, ['units/day-absolute', 'side/two-lines']],
    ['99152 x30', { unitKind: 'minutes' }, []],
    ['99152 x3', {}, ['units/day']],
  ])('%s %j', (text, more, told) => {
    const one = claim(text);
    const found = said({ ...one, lines: one.lines.map((line) => ({ ...line, ...more })) });
    expect(found.toSorted()).toEqual(told.toSorted());
  });
});

describe('discarded drug', () => {
  it.each([
    ['64615; J0585-JW-JZ x200', ['modifier/excluded']],
    ['64615; J0585-JZ x155; J0585-JW x45', ['drug/waste-and-none']],
    ['64615; J0585-JZ x155', ['drug/no-waste-part']],
    ['64615; J0585-JW x45', ['drug/waste-alone']],
  ])('%s', (text, told) => {
    expect(said(claim(text, { diagnoses: ['G43.709'] }))).toEqual(told);
  });
});
