import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { cents } from '@interspace/core/model/money';
import { isAccepted, readClaimStatusesFromBuffer } from '../acknowledgments/claim-status-reader.ts';
import { checkBuffer } from '../check/check.ts';
import { describeBuffer } from '../describe.ts';
import { bytesOf, FACET_CLAIM, HOSPITAL_CLAIM, REMITTANCE } from '../fixtures.ts';
import { readClaimsFromBuffer } from '../read-claims.ts';
import { writeClaimAcknowledgment } from './claim-acknowledgment.ts';
import { writeClaims, type SubmissionFacts } from './claims-to-837.ts';
import { writeImplementationAcknowledgment } from './implementation-acknowledgment.ts';

const facts: SubmissionFacts = {
  sender: 'SUBMITTERID',
  receiver: 'RECEIVERID',
  created: '2026-07-16T10:15',
  control: 7,
  batch: 'REF0001',
  submitter: { name: 'EXAMPLE PAIN CLINIC', id: 'SUBMITTERID', contact: 'BILLING OFFICE', phone: '5555550100' },
  receiverParty: { name: 'EXAMPLE PAYER', id: 'RECEIVERID' },
};
const subscriber = {
  lastName: 'SAMPLE',
  firstName: 'PAT',
  street: '1 TEST LN',
  city: 'HOUSTON',
  state: 'TX',
  zip: '770020002',
  birthDate: date('1950-01-01'),
  sex: 'F',
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const complaints = (bytes: Uint8Array) => checkBuffer(bytes).issues.map(({ issue }) => `${issue.code} ${issue.at}`);

function written(claims: Parameters<typeof writeClaims>[0]): Uint8Array {
  const result = writeClaims(claims, facts);
  if (!result.ok) throw new Error(result.issues.map((each) => each.message).join(' '));
  return result.value;
}

const claimOf = (source: string): Claim => readClaimsFromBuffer(bytesOf(source)).claims[0]!.claim;

const child = {
  lastName: 'SAMPLE',
  firstName: 'CHILD',
  street: '1 TEST LN',
  city: 'HOUSTON',
  state: 'TX',
  zip: '770020002',
  birthDate: date('2001-02-03'),
  sex: 'M',
};

describe('claims written', () => {
  it('pass our own check and are read again as they were', () => {
    const facet = claimOf(FACET_CLAIM);
    const hospital = claimOf(HOSPITAL_CLAIM);
    const bytes = written([
      { claim: facet, subscriber },
      { claim: hospital, subscriber, patient: child },
    ]);
    expect(complaints(bytes)).toEqual([]);
    const again = readClaimsFromBuffer(bytes).claims.map((each) => each.claim);
    expect(again).toEqual([facet, hospital]);
  });

  it('say how the patient came and left, and name people as people', () => {
    const hospital: Claim = { ...claimOf(HOSPITAL_CLAIM), operating: { npi: '1999999984', lastName: 'MUSTER' } };
    const admission = { type: '1', status: '30', reasons: ['M54.16', 'R52'] };
    const bytes = written([{ claim: hospital, subscriber, patient: subscriber, admission }]);
    expect(complaints(bytes)).toEqual([]);
    expect(text(bytes)).toContain('CL1*1**30~\nHI*ABK:M5416~\nHI*APR:M5416*APR:R52~');
    expect(text(bytes)).toContain('NM1*72*1*MUSTER*****XX*1999999984~');
    const [again] = readClaimsFromBuffer(bytes).claims;
    expect(again!.claim.diagnoses).toEqual(hospital.diagnoses);
    expect(again!.claim.operating).toMatchObject(hospital.operating!);
  });

  const plan = { name: 'FIRST PLAN', insured: { lastName: 'SAMPLE', firstName: 'SPOUSE' }, memberId: 'M1' };

  it('say who paid before, what is sent beside and how an accident was, and are read again the same', () => {
    const facet = claimOf(FACET_CLAIM);
    const [first, second] = facet.lines;
    const decided = (paid: number) => ({
      payerId: '777',
      paid: cents(paid),
      code: first!.code,
      units: 1,
      decidedOn: date('2026-08-01'),
      adjustments: [
        { group: 'CO', reason: '45', amount: cents(10_000) },
        { group: 'PR', reason: '1', amount: cents(5_000), quantity: 1 },
        { group: 'PR', reason: '2', amount: cents(-1) },
      ],
    });
    const claim: Claim = {
      ...facet,
      subscriber: { ...facet.subscriber, sequence: 'S', secondaryReason: '12' },
      accident: ['AA', 'EM'],
      accidentDate: date('2026-01-03'),
      onsetDate: date('2026-01-03'),
      patientPaid: cents(1_250),
      attachments: [
        { type: 'OB', transmission: 'EL', control: 'ATT1' },
        { type: 'RB', transmission: 'AA' },
      ],
      otherPayers: [
        {
          id: '777',
          sequence: 'P',
          filing: 'CI',
          paid: cents(40_002),
          decidedOn: date('2026-08-01'),
          claimNumber: 'ICN1',
          adjustments: [],
        },
      ],
      lines: [
        { ...first!, adjudications: [decided(25_001)] },
        { ...second!, adjudications: [{ ...decided(15_001), code: second!.code }] },
      ],
    };
    const accident = { state: 'TX', caseNumber: 'CASE1' };
    const own = { ...plan, relation: '01', group: 'G1', remaining: cents(5_000), remarks: ['MA01'] };
    const bytes = written([{ claim, subscriber, accident, otherInsurance: [own] }]);
    expect(complaints(bytes)).toEqual([]);
    expect(readClaimsFromBuffer(bytes).claims.map((each) => each.claim)).toEqual([claim]);
    const all = text(bytes);
    expect(all).toContain('DMG*D8*19500101*F~\nREF*Y4*CASE1~\nNM1*PR*');
    expect(all).toContain('*AA:EM::TX~\nDTP*431*D8*20260103~\nDTP*439*D8*20260103~\nPWK*OB*EL***AC*ATT1~\nPWK*RB*AA~');
    expect(all).toContain('SBR*P*01*G1******CI~\nAMT*D*400.02~\nAMT*EAF*50~\nOI***Y***Y~\nMOA***MA01~');
    expect(all).toContain('NM1*IL*1*SAMPLE*SPOUSE****MI*M1~\nNM1*PR*2*FIRST PLAN*****PI*777~');
    expect(all).toContain('SVD*777*250.01*HC:64493:50:KX**1~\nCAS*CO*45*100~\nCAS*PR*1*50*1*2*-0.01~');
  });

  it('of a hospital tell an accident by occurrences and its state, and name revenue codes in decisions', () => {
    const hospital = claimOf(HOSPITAL_CLAIM);
    const claim: Claim = {
      ...hospital,
      subscriber: { ...hospital.subscriber, sequence: 'S' },
      otherPayers: [{ id: '777', sequence: 'P', filing: 'CI', paid: hospital.chargeTotal!, adjustments: [] }],
      lines: hospital.lines.map((line) => ({
        ...line,
        adjudications: [
          {
            payerId: '777',
            paid: line.charge!,
            units: 1,
            decidedOn: date('2026-08-01'),
            adjustments: [],
            ...(line.code ? { code: line.code } : {}),
          },
        ],
      })),
    };
    const bytes = written([
      {
        claim,
        subscriber,
        patient: subscriber,
        accident: { state: 'TX', caseNumber: 'CASE1' },
        occurrences: [{ code: '01', date: date('2026-01-03') }],
        otherInsurance: [plan],
      },
    ]);
    expect(complaints(bytes)).toEqual([]);
    const [again] = readClaimsFromBuffer(bytes).claims;
    const { patient, patientBirthDate, patientSex } = again!.claim;
    expect(again!.claim).toEqual({ ...claim, patient, patientBirthDate, patientSex });
    expect(text(bytes)).toContain('REF*LU*TX~');
    expect(text(bytes)).toContain('HI*BH:01:D8:20260103~');
    expect(text(bytes)).toMatch(/SVD\*777\*[\d.]+\*HC:\d{5}[^*]*\*\d{4}\*1~/);
  });

  it('are not written without the names of other payers, and never with invented ones', () => {
    const claim: Claim = { ...claimOf(FACET_CLAIM), otherPayers: [{ sequence: 'T', adjustments: [] }] };
    const { ok, issues } = writeClaims([{ claim, subscriber }], facts);
    expect(ok).toBe(false);
    expect(issues[0]!.message).toContain('Missing: id of other payer 1, name and insured person of other payer 1.');
  });

  const money = fc.integer({ min: 0, max: 9_999_999 }).map(cents);
  const token = fc.stringMatching(/^[A-Z0-9]{2,12}$/);
  const day = fc.integer({ min: 10, max: 28 }).map((each) => date(`2026-03-${each}`));
  const adjustment = fc.record(
    {
      group: fc.constantFrom('CO', 'OA', 'PI', 'PR'),
      reason: fc.constantFrom('45', '1', 'A1', '253'),
      amount: fc.integer({ min: -9_999, max: 99_999 }).map(cents),
      quantity: fc.integer({ min: 1, max: 9 }),
    },
    { requiredKeys: ['group', 'reason', 'amount'] },
  );
  const name = { lastName: token, firstName: token, organization: fc.constant(true) };
  const numbered = { ...name, npi: fc.stringMatching(/^[0-9]{10}$/) };
  const person = fc.record(numbered, { requiredKeys: ['lastName'] });
  const specialist = fc.record(
    { ...numbered, taxonomy: fc.stringMatching(/^[0-9]{3}[A-Z][0-9]{5}X$/) },
    { requiredKeys: ['lastName'] },
  );
  const place = fc.record({
    street: token,
    city: token,
    state: fc.constantFrom('OH', 'TX'),
    zip: fc.constant('432150001'),
  });
  const located = fc.tuple(person, place).map(([of, where]) => ({ ...of, ...where }));
  const note = fc.stringMatching(/^[A-Z0-9][A-Z0-9 .,-]{0,78}[A-Z0-9]$/);
  const line = fc.record(
    {
      code: fc.stringMatching(/^[0-9]{5}$/),
      modifiers: fc.array(fc.stringMatching(/^[A-Z0-9]{2}$/), { maxLength: 4 }),
      units: fc.integer({ min: 1, max: 999 }),
      charge: money,
      from: day,
      placeOfService: fc.constantFrom('11', '22', '24'),
      pointers: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
      drug: fc.record({
        ndc: fc.stringMatching(/^[0-9]{11}$/),
        ndcQuantity: fc.integer({ min: 1, max: 500 }).map((each) => each / 100),
        ndcUnit: fc.constantFrom('ML', 'UN', 'ME'),
      }),
      unitKind: fc.constant('minutes' as const),
      through: fc.constant(date('2026-03-29')),
      description: token,
      controlNumber: token,
      authorization: token,
      note,
      rendering: specialist,
      supervising: person,
      ordering: fc.oneof(person, located),
      adjudications: fc.array(
        fc.record(
          {
            payerId: token,
            paid: money,
            code: fc.stringMatching(/^[0-9]{5}$/),
            units: fc.integer({ min: 1, max: 9 }),
            decidedOn: day,
            adjustments: fc.array(adjustment, { maxLength: 9 }),
          },
          { requiredKeys: ['payerId', 'paid', 'code', 'units', 'adjustments'] },
        ),
        { minLength: 1, maxLength: 2 },
      ),
    },
    { requiredKeys: ['code', 'modifiers', 'units', 'charge', 'from', 'pointers'] },
  );
  const otherPayer = fc.record(
    {
      id: token,
      sequence: fc.constantFrom('P', 'S', 'T', 'U'),
      filing: fc.constantFrom('CI', 'MB', '12'),
      paid: money,
      decidedOn: day,
      claimNumber: token,
      adjustments: fc.array(adjustment, { maxLength: 14 }),
    },
    { requiredKeys: ['id', 'sequence', 'adjustments'] },
  );
  const attachment = fc.record(
    {
      type: fc.constantFrom('OB', 'RB', 'OZ'),
      transmission: fc.constantFrom('AA', 'BM', 'EL', 'EM', 'FT', 'FX'),
      control: token,
    },
    { requiredKeys: ['type', 'transmission'] },
  );
  const beside = fc.record(
    {
      otherPayers: fc.array(otherPayer, { minLength: 1, maxLength: 3 }),
      attachments: fc.array(attachment, { minLength: 1, maxLength: 10 }),
      accident: fc.uniqueArray(fc.constantFrom('AA', 'EM', 'OA'), { minLength: 1, maxLength: 3 }),
      accidentDate: day,
      patientPaid: money,
      onsetDate: day,
    },
    { requiredKeys: [] },
  );
  const claims = fc.record({
    beside,
    id: token,
    chargeTotal: money,
    diagnoses: fc.array(fc.stringMatching(/^[A-Z][0-9]{2}\.[0-9]{1,3}$/), { minLength: 3, maxLength: 12 }),
    authorization: fc.option(token, { nil: undefined }),
    referral: fc.option(token, { nil: undefined }),
    trial: fc.option(fc.stringMatching(/^[0-9]{8}$/), { nil: undefined }),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  });

  it('read(write(claim)) is the claim', () => {
    const base = claimOf(FACET_CLAIM);
    fc.assert(
      fc.property(fc.array(claims, { minLength: 1, maxLength: 4 }), (many) => {
        const wanted = many.map(({ beside: more, ...each }) => ({
          ...base,
          ...each,
          ...more,
          lines: each.lines.map(({ drug, ...one }, number) => ({ number: number + 1, ...one, ...drug })),
        }));
        const toWrite = wanted.map((claim) => {
          const otherInsurance = claim.otherPayers?.map(() => plan) ?? [];
          return { claim, subscriber, otherInsurance, accident: { state: 'OH' } };
        });
        const again = readClaimsFromBuffer(written(toWrite));
        expect(again.issues).toEqual([]);
        const bare = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        expect(again.claims.map((each) => bare(each.claim))).toEqual(wanted.map((each) => bare(each)));
      }),
      { numRuns: 150 },
    );
  });

  const hospitalLine = fc.record(
    {
      revenueCode: fc.stringMatching(/^[0-9]{4}$/),
      service: fc.record(
        {
          code: fc.stringMatching(/^[0-9]{5}$/),
          modifiers: fc.array(fc.stringMatching(/^[A-Z0-9]{2}$/), { maxLength: 4 }),
          description: token,
        },
        { requiredKeys: ['code', 'modifiers'] },
      ),
      units: fc.integer({ min: 1, max: 999 }),
      charge: money,
      from: day,
      through: fc.constant(date('2026-03-29')),
      controlNumber: token,
      note,
      rendering: person,
    },
    { requiredKeys: ['revenueCode', 'units', 'charge', 'from'] },
  );

  it('read(write(claim)) is the claim of a hospital', () => {
    const base = claimOf(HOSPITAL_CLAIM);
    fc.assert(
      fc.property(fc.array(hospitalLine, { minLength: 1, maxLength: 6 }), (lines) => {
        const claim: Claim = {
          ...base,
          lines: lines.map(({ service = { code: '', modifiers: [] }, ...one }, number) => ({
            number: number + 1,
            pointers: [],
            ...service,
            ...one,
          })),
        };
        const again = readClaimsFromBuffer(written([{ claim, subscriber, patient: child }]));
        expect(again.issues).toEqual([]);
        expect(JSON.parse(JSON.stringify(again.claims[0]!.claim))).toEqual(JSON.parse(JSON.stringify(claim)));
      }),
      { numRuns: 60 },
    );
  });

  it('are not written at all when something is missing, or a value holds a separator', () => {
    const facet = claimOf(FACET_CLAIM);
    const without = writeClaims([{ claim: { ...facet, billing: undefined, diagnoses: [] }, subscriber }], facts);
    expect(without.ok).toBe(false);
    expect(without.issues[0]!.message).toContain(
      'Missing: billing name, billing street, billing city, billing tax number, a diagnosis.',
    );
    expect(writeClaims([{ claim: { ...facet, id: 'A~B' }, subscriber }], facts).ok).toBe(false);
    const [line] = facet.lines;
    const parted = writeClaims([{ claim: { ...facet, lines: [{ ...line!, description: 'A:B' }] }, subscriber }], facts);
    expect(parted.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining('Claim 1. A value in SV1 holds a separator'),
    ]);
  });
});

describe('a 999', () => {
  const answer = (source: string): string =>
    text(writeImplementationAcknowledgment(checkBuffer(bytesOf(source)).groups, facts));

  it.each([FACET_CLAIM, HOSPITAL_CLAIM, REMITTANCE])('accepts a clean file and passes our own check', (source) => {
    const written = answer(source);
    expect(written).toMatch(/AK2\*\d+\*0001.*~\nIK5\*A~\nAK9\*A\*1\*1\*1~/);
    expect(complaints(bytesOf(written))).toEqual([]);
  });

  it('says segment, element and reason of each error, never the value', () => {
    const broken = FACET_CLAIM.replace('SV1*HC:64494:50:KX*300*UN*1***1', 'SV1*HC:64494:50:KX*3o0*UN*1')
      .replace('SE*32', 'SE*31')
      .replace('PER*IC*BILLING OFFICE*TE*5555550100~\n', '');
    const written = answer(broken);
    expect(written).toContain('IK3*SV1*28*2400*8~\nIK4*2*782*6~\nIK4*7**1~');
    expect(written).toContain('IK3*PER*4*1000*3~');
    expect(written).toContain('IK5*R*5~\nAK9*R*1*1*0~');
    expect(written).not.toContain('3o0');
    expect(complaints(bytesOf(written))).toEqual([]);
  });

  it('rejects for the count of the trailer, and partly when only one transaction is bad', () => {
    const from = FACET_CLAIM.indexOf('ST*');
    const to = FACET_CLAIM.indexOf('GE*');
    const second = FACET_CLAIM.slice(from, to)
      .replace('SE*32*0001', 'SE*30*0002')
      .replace('ST*837*0001', 'ST*837*0002');
    const written = answer(FACET_CLAIM.slice(0, to) + second + FACET_CLAIM.slice(to).replace('GE*1*', 'GE*2*'));
    expect(written).toContain('IK5*R*4~\nAK9*P*2*2*1~');
  });
});

describe('a 277 claim acknowledgment', () => {
  it('has a status for every claim and totals that add up, and passes our own check', () => {
    const claim = claimOf(FACET_CLAIM);
    const verdicts = [
      { claim, rejections: [] },
      {
        claim: { ...claim, id: 'C05', chargeTotal: cents(50_050) },
        rejections: [{ category: 'A7', status: '562', entity: '82' }],
      },
    ];
    const { submitter, batch } = facts;
    const bytes = writeClaimAcknowledgment(
      [{ verdicts, submitter, batch, source: { name: 'EXAMPLE PAYER', id: '12345' } }],
      facts,
    );
    expect(complaints(bytes)).toEqual([]);
    const read = readClaimStatusesFromBuffer(bytes);
    expect(read.issues).toEqual([]);
    expect(read.claims).toEqual([
      { id: 'C04', batch: 'REF0001', statuses: [{ category: 'A2', status: '20', entity: 'PR' }], charge: 70_000 },
      { id: 'C05', batch: 'REF0001', statuses: [{ category: 'A7', status: '562', entity: '82' }], charge: 50_050 },
    ]);
    expect(read.claims.map(isAccepted)).toEqual([true, false]);
    // Who bills is a person where the claim says so, and an organization else.
    const person = { ...claim, billing: { npi: '1234567893', lastName: 'DOE', firstName: 'JO' } };
    const personal = [{ claim: person, rejections: [] }];
    const source = { name: 'EXAMPLE PAYER', id: '12345' };
    const own = writeClaimAcknowledgment([{ verdicts: personal, submitter, batch, source }], facts);
    expect(text(own)).toContain('NM1*85*1*DOE*JO****XX*1234567893~');
    expect(complaints(own)).toEqual([]);
    expect(text(bytes)).toContain('NM1*85*2*EXAMPLE PAIN CLINIC*****XX*1234567893~');
    const words = describeBuffer(bytes).segments.flatMap(({ elements }) => elements.map(({ meaning }) => meaning));
    expect(words).toEqual(expect.arrayContaining(['rejected, something is invalid', 'NPI', 'rendering']));
    const all = text(bytes);
    expect(all).toContain('TRN*2*C04~\nSTC*A2:20:PR*20260716*WQ*700~\nDTP*472*D8*20260715~');
    expect(all).toContain('TRN*2*C05~\nSTC*A7:562:82*20260716*U*500.5~');
    expect(all).toContain('QTY*90*1~\nQTY*AA*1~\nAMT*YU*700~\nAMT*YY*500.5~');
  });
});
