import { describe, expect, it } from 'vitest';
import type { ClaimField } from '@interspace/core/model/claim';
import { bytesOf, FACET_CLAIM, HOSPITAL_CLAIM } from '../fixtures.ts';
import { readClaims, readClaimsFromBuffer } from '../read-claims.ts';

const read = (text: string) => readClaimsFromBuffer(bytesOf(text));

describe('a professional claim', () => {
  const { claims, issues } = read(FACET_CLAIM);
  const claim = claims[0]!.claim;

  it('is read without complaint', () => {
    expect(issues).toEqual([]);
    expect(claims).toHaveLength(1);
  });

  it('carries what the segments say', () => {
    expect(claim).toMatchObject({
      id: 'C04',
      type: 'professional',
      placeOfService: '11',
      frequency: '1',
      chargeTotal: 70_000,
      payer: { id: '12345', filing: 'MB', name: 'EXAMPLE PAYER' },
      patient: '1EG4TE5MK73',
      patientBirthDate: '1950-01-01',
      patientSex: 'F',
      billing: { npi: '1234567893', taxonomy: '208VP0014X', state: 'TX', zip: '770010001', taxId: '990000001' },
      rendering: { npi: '1999999992', taxonomy: '208VP0014X' },
      diagnoses: ['M47.816', 'M54.16'],
      authorization: 'AUTH0001',
      submittedOn: '2026-07-16',
    });
    expect(claim.lines).toMatchObject([
      {
        number: 1,
        code: '64493',
        modifiers: ['50', 'KX'],
        units: 1,
        charge: 40_000,
        from: '2026-07-15',
        pointers: [1, 2],
        controlNumber: 'C04L1',
      },
      {
        number: 2,
        code: '64494',
        modifiers: ['50', 'KX'],
        units: 1,
        charge: 30_000,
        from: '2026-07-15',
        pointers: [1],
        controlNumber: 'C04L2',
      },
    ]);
  });

  it.each<[number | undefined, ClaimField, number, string, string]>([
    [undefined, 'claim', 1, '2300', 'C04'],
    [undefined, 'charge-total', 1, '2300', '700'],
    [undefined, 'place-of-service', 1, '2300', '11'],
    [2, 'place-of-service', 1, '2300', '11'],
    [undefined, 'frequency', 1, '2300', '1'],
    [undefined, 'payer', 1, '2010BB', '12345'],
    [undefined, 'patient', 1, '2010BA', '1EG4TE5MK73'],
    [undefined, 'birth-date', 1, '2010BA', '19500101'],
    [undefined, 'billing-npi', 1, '2010AA', '1234567893'],
    [undefined, 'billing-street', 1, '2010AA', '100 SAMPLE ST'],
    [undefined, 'billing-zip', 1, '2010AA', '770010001'],
    [undefined, 'billing-state', 1, '2010AA', 'TX'],
    [undefined, 'billing-tax-number', 1, '2010AA', '990000001'],
    [undefined, 'billing-taxonomy', 1, '2000A', '208VP0014X'],
    [1, 'rendering-npi', 1, '2310B', '1999999992'],
    [undefined, 'rendering-taxonomy', 1, '2310B', '208VP0014X'],
    [undefined, 'supervising-npi', 1, '2300', 'CLM*C04*700***11:B:1*Y*A*Y*Y'],
    [undefined, 'diagnoses', 2, '2300', 'M5416'],
    [undefined, 'authorization', 1, '2300', 'AUTH0001'],
    [2, 'line', 1, '2400', 'SV1*HC:64494:50:KX*300*UN*1***1'],
    [1, 'code', 1, '2400', '64493'],
    [1, 'modifiers', 2, '2400', 'KX'],
    [2, 'units', 1, '2400', '1'],
    [2, 'charge', 1, '2400', '300'],
    [2, 'date', 1, '2400', '20260715'],
    [1, 'pointers', 2, '2400', '2'],
    // Absent: the neighbour that would hold it.
    [1, 'ndc', 1, '2400', 'SV1*HC:64493:50:KX*400*UN*1***1:2'],
    [undefined, 'trial', 1, '2300', 'CLM*C04*700***11:B:1*Y*A*Y*Y'],
  ])('line %s %s (%s) lies in loop %s at "%s"', (line, field, nth, loop, text) => {
    const place = claims[0]!.locate(line, field, nth);
    expect(place.loop).toBe(loop);
    expect(FACET_CLAIM.slice(place.offset, place.offset + place.length!)).toBe(text);
    const before = FACET_CLAIM.slice(FACET_CLAIM.indexOf('ST*'), place.offset);
    expect(place.ordinal).toBe(before.split('~').length);
    expect(place).toMatchObject({ interchange: 1, group: 1, transaction: 1 });
  });

  it('gives the same claims and places whatever the chunks', async () => {
    const bytes = bytesOf(FACET_CLAIM);
    for (const size of [1, 7, 64, 300]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const events = [];
      for await (const event of readClaims(chunks)) events.push(event);
      expect(events).toHaveLength(1);
      expect(events[0]!.read?.claim).toEqual(claim);
      expect(events[0]!.read?.locate(2, 'units')).toEqual(claims[0]!.locate(2, 'units'));
    }
  });
});

describe('a hospital claim', () => {
  const { claims, issues } = read(HOSPITAL_CLAIM);

  it('is hospital outpatient by its type of bill, with revenue codes, values and the dependent as patient', () => {
    expect(issues).toEqual([]);
    expect(claims[0]!.claim).toMatchObject({
      id: 'H01',
      type: 'hospital-opd',
      billType: '131',
      chargeTotal: 125_050,
      diagnoses: ['M54.16'],
      conditionCodes: ['30'],
      valueCodes: [{ code: 'D4', value: '12345678' }],
      patient: 'MEMBER01|SAMPLE|CHILD|20010203',
      patientBirthDate: '2001-02-03',
      subscriber: { relation: '19', group: 'GROUP1' },
      lines: [
        { revenueCode: '0361', code: '62323', units: 1, charge: 100_050, from: '2026-07-15' },
        {
          revenueCode: '0636',
          code: 'J1030',
          units: 2,
          ndc: '00000000001',
          ndcQuantity: 1,
          ndcUnit: 'ML',
          from: '2026-07-15',
        },
      ],
    });
  });

  it.each([
    ['ndc', '00000000001'],
    ['ndc-quantity', '1'],
    ['ndc-unit', 'ML'],
  ] as const)('has the %s of its drug at "%s"', (field, text) => {
    const { offset, length } = claims[0]!.locate(2, field);
    expect(HOSPITAL_CLAIM.slice(offset, offset + length!)).toBe(text);
  });

  it('points at the number of a drug whose quantity is not there', () => {
    const text = HOSPITAL_CLAIM.replace('CTP****1*ML~', '');
    const { offset, length } = read(text).claims[0]!.locate(2, 'ndc-quantity');
    expect(text.slice(offset, offset + length!)).toBe('LIN**N4*00000000001');
  });

  it('says that an inpatient bill is not what the rules are made for', () => {
    const inpatient = read(HOSPITAL_CLAIM.replace('13:A:1', '11:A:1'));
    expect(inpatient.issues.map((each) => [each.code, each.place?.element])).toEqual([['wire/x12/claim-setting', 5]]);
  });
});

describe('claim type', () => {
  const at24 = FACET_CLAIM.replace('700***11:B:1', '700***24:B:1');
  it.each([
    ['surgical center by the billing taxonomy', at24.replace('PRV*BI*PXC*208VP0014X', 'PRV*BI*PXC*261QA1903X'), 'asc'],
    ['surgical center by modifier SG', at24.replace('64493:50:KX', '64493:SG'), 'asc'],
    ['a physician at a surgical center', at24, 'professional'],
    [
      'the taxonomy alone is not enough',
      FACET_CLAIM.replace('PRV*BI*PXC*208VP0014X', 'PRV*BI*PXC*261QA1903X'),
      'professional',
    ],
  ])('%s', (_, text, type) => {
    expect(read(text).claims[0]!.claim.type).toBe(type);
  });
});

describe('what cannot be taken over is said with its place', () => {
  const cases: [string, (text: string) => string, string, string][] = [
    ['4010', (text) => text.replaceAll('005010X222A1', '004010X098A1'), 'wire/x12/version-unsupported', '004010X098A1'],
    ['no version', (text) => text.replaceAll('005010X222A1', ''), 'wire/x12/version-unsupported', '837'],
    ['bad charge', (text) => text.replace('*300*', '*3OO*'), 'wire/x12/money', '3OO'],
    ['bad units', (text) => text.replace('*300*UN*1*', '*300*UN*one*'), 'wire/x12/number', 'one'],
    [
      'no such day',
      (text) => text.replace('D8*20260715~\nREF*6R*C04L1', 'D8*20260231~\nREF*6R*C04L1'),
      'wire/x12/element-date',
      '20260231',
    ],
    [
      'range without end',
      (text) => text.replace('D8*20260715~\nREF*6R*C04L1', 'RD8*20260715~\nREF*6R*C04L1'),
      'wire/x12/element-date',
      '20260715',
    ],
    [
      'address without its name',
      (text) => text.replace(/NM1\*IL.*~\n/, ''),
      'wire/x12/segment-unknown',
      'N3*1 TEST LN',
    ],
    ['unknown segment', (text) => text.replace('REF*6R*C04L1', 'ZZZ*1'), 'wire/x12/segment-unknown', 'ZZZ*1'],
    [
      'diagnoses that cannot be told apart',
      (text) => text.replace('ABK:M47816*ABF:M5416', 'ABK;M47816'),
      'wire/x12/element-code',
      'ABK;M47816',
    ],
    ['unlisted party', (text) => text.replace('NM1*82*1', 'NM1*XX*1'), 'wire/x12/qualifier-unlisted', 'XX'],
    [
      'line without its number',
      (text) => text.replace('LX*1~\n', '').replace('SE*32', 'SE*31'),
      'wire/x12/segment-missing',
      'SV1*HC:64493:50:KX*400*UN*1***1:2',
    ],
    [
      'another transaction',
      (text) => text.replace('ST*837*0001*005010X222A1', 'ST*835*0001*005010X221A1'),
      'wire/x12/transaction-unsupported',
      '005010X221A1',
    ],
  ];
  it.each(cases)('%s', (_, change, code, text) => {
    const changed = change(FACET_CLAIM);
    const { issues } = read(changed);
    const issue = issues.find((each) => each.code === code);
    expect(issues.map((each) => each.code)).toContain(code);
    const place = issue!.place!;
    expect(changed.slice(place.offset, place.offset + place.length!)).toBe(text);
    expect(issue!.at).toContain(`byte ${place.offset}`);
  });

  it('a service whose LX is missing is still a line', () => {
    const { claims } = read(FACET_CLAIM.replace('LX*1~\n', '').replace('LX*2~\n', ''));
    expect(claims[0]!.claim.lines.map((line) => [line.number, line.code])).toEqual([
      [1, '64493'],
      [2, '64494'],
    ]);
  });

  it('a party that is not known never lends its address to the one before', () => {
    const { claims } = read(FACET_CLAIM.replace('PRV*PE*PXC*208VP0014X', 'NM1*XX*1*OTHER~\nN4*ELSEWHERE*NY*10001'));
    expect(claims[0]!.claim.rendering).toEqual({ npi: '1999999992', lastName: 'DOE', firstName: 'JO' });
  });

  it('a claim that never ends is given up, and the next one is read', () => {
    const lines = 'LX*1~SV1*HC:64493*1*UN*1***1~'.repeat(60_000);
    const next = FACET_CLAIM.slice(FACET_CLAIM.indexOf('CLM*'), FACET_CLAIM.indexOf('SE*')).replace('C04*', 'C05*');
    const { claims, issues } = read(FACET_CLAIM.replace('SE*', `${lines}${next}SE*`));
    expect(claims.map((each) => each.claim.id)).toEqual(['C05']);
    expect(issues.map((each) => each.code)).toContain('wire/x12/claim-too-long');
  });

  it.each([
    [999, ['C04', 'C05'], []],
    [1000, ['C05'], ['wire/x12/claim-too-long']],
  ])('a claim of %d lines', (count, ids, codes) => {
    const lines = Array.from({ length: count }, (_, at) => `LX*${at + 1}~SV1*HC:64493*1*UN*1***1~`).join('');
    const claim = FACET_CLAIM.slice(FACET_CLAIM.indexOf('CLM*'), FACET_CLAIM.indexOf('SE*'));
    const long = claim.slice(0, claim.indexOf('LX*1')) + lines;
    const { claims, issues } = read(FACET_CLAIM.replace(claim, `${long}${claim.replace('C04*', 'C05*')}`));
    expect(claims.map((each) => each.claim.id)).toEqual(ids);
    const told = issues.map((each) => each.code).filter((code) => code !== 'wire/x12/transaction-count');
    expect(told).toEqual(codes);
  });

  it.each([
    [8, []],
    [9, ['wire/x12/claim-too-long']],
  ])('a claim with %d times twelve diagnoses', (count, codes) => {
    const more = `HI*${['ABK:M5416', ...Array.from({ length: 11 }, () => 'ABF:M5416')].join('*')}~`.repeat(count);
    const { claims, issues } = read(FACET_CLAIM.replace('LX*1', `${more}LX*1`));
    expect(claims.map((each) => each.claim.diagnoses.length)).toEqual(count === 8 ? [98] : []);
    expect(issues.map((each) => each.code).filter((code) => code === 'wire/x12/claim-too-long')).toEqual(codes);
  });

  it('a claim without lines', () => {
    const from = FACET_CLAIM.indexOf('LX*1');
    const { issues, claims } = read(FACET_CLAIM.slice(0, from) + FACET_CLAIM.slice(FACET_CLAIM.indexOf('SE*')));
    expect(issues.map((each) => each.code)).toContain('wire/x12/claim-without-lines');
    expect(claims[0]!.claim.lines).toEqual([]);
  });
});

describe('other payers', () => {
  it('are kept with what they paid and why not more', () => {
    const other = [
      'SBR*S*18*******CI',
      'CAS*PR*1*50**2*12.5',
      'AMT*D*300',
      'OI***Y***Y',
      'NM1*IL*1*SAMPLE*PAT****MI*OTHER01',
      'NM1*PR*2*FIRST PAYER*****PI*99999',
      'DTP*573*D8*20260720',
      'REF*F8*ICN1',
      'LX*1',
    ].join('~\n');
    const line = 'REF*6R*C04L1~\nSVD*99999*337.5*HC:64493**1~\nCAS*PR*1*62.5~\nDTP*573*D8*20260720';
    const { claims, issues } = read(
      FACET_CLAIM.replace('LX*1', other).replace('REF*6R*C04L1', line).replace('SE*32', 'SE*43'),
    );
    expect(issues).toEqual([]);
    expect(claims[0]!.claim.otherPayers).toEqual([
      {
        sequence: 'S',
        filing: 'CI',
        id: '99999',
        paid: 30_000,
        decidedOn: '2026-07-20',
        claimNumber: 'ICN1',
        adjustments: [
          { group: 'PR', reason: '1', amount: 5_000 },
          { group: 'PR', reason: '2', amount: 1_250 },
        ],
      },
    ]);
    expect(claims[0]!.claim.lines[0]!.adjudications).toEqual([
      {
        payerId: '99999',
        paid: 33_750,
        code: '64493',
        units: 1,
        decidedOn: '2026-07-20',
        adjustments: [{ group: 'PR', reason: '1', amount: 6_250 }],
      },
    ]);
  });
});
