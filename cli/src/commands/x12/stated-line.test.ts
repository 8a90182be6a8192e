import { describe, expect, it } from 'vitest';
import { readClaimsFromBuffer } from '@interspace/wire/x12/read-claims';
import { Submission, submissionOf } from './submission.ts';

const party = { npi: '1234567893', lastName: 'EXAMPLE CLINIC', taxId: '123456789', organization: true };
const place = { street: '1 INVENTED ROAD', city: 'COLUMBUS', state: 'OH', zip: '432150001' };
const attending = { npi: '1999999992', lastName: 'MUSTER', firstName: 'JO' };

function submission(kind: object, line: object) {
  return {
    sender: 'EXAMPLECLINIC',
    receiver: 'EXAMPLEPAYER',
    created: '2026-03-05T08:00',
    control: 1,
    batch: 'B0001',
    submitter: { name: 'EXAMPLE CLINIC', id: '1234', contact: 'A SAMPLE', phone: '5555550100' },
    receiverParty: { name: 'EXAMPLE PAYER', id: '5678' },
    claims: [
      {
        id: 'CLAIM-1',
        payer: { id: '5678', name: 'EXAMPLE PAYER', filing: 'MB' },
        memberId: '1EG4TE5MK73',
        billing: { ...party, ...place },
        diagnoses: ['M54.16'],
        subscriber: { lastName: 'FICTIVA', firstName: 'TESTA', ...place, birthDate: '1974-01-01', sex: 'F' },
        lines: [{ code: '64483', charge: 450, date: '2026-03-02', ...line }],
        ...kind,
      },
    ],
  };
}

const OFFICE = { placeOfService: '11' };
const HOSPITAL = { billType: '131', admission: { type: '3', source: '1' }, patientStatus: '01', attending };
const POINTED = { diagnoses: ['M54.16'] };
const REVENUE = { revenueCode: '0361' };

function lineRead(kind: object, line: object): unknown {
  const written = submissionOf(Submission.parse(submission(kind, line)));
  if (!written.ok) throw new Error(written.issues.map(({ message }) => message).join(' '));
  const { claims, issues } = readClaimsFromBuffer(written.value);
  expect(issues).toEqual([]);
  return JSON.parse(JSON.stringify(claims[0]!.claim.lines[0]));
}

const both = { note: 'LEFT SIDE ONLY', controlNumber: 'L1', rendering: attending };
const office = {
  placeOfService: '24',
  authorization: 'AUTH2',
  unitKind: 'minutes',
  rendering: { ...attending, taxonomy: '208VP0014X' },
  supervising: { npi: '1999999984', lastName: 'SAMPLE' },
  ordering: { npi: '1999999976', lastName: 'BEISPIEL', ...place },
};

describe('what a submission says of a line', () => {
  it('is read again as it was said', () => {
    expect(lineRead(OFFICE, { ...POINTED, ...both, ...office })).toMatchObject({ ...both, ...office });
    expect(lineRead(HOSPITAL, { ...REVENUE, ...both })).toMatchObject(both);
  });

  it.each(Object.keys(office).filter((key) => key !== 'rendering'))('of a hospital has no %s', (key) => {
    const { success, error } = Submission.safeParse(
      submission(HOSPITAL, { ...REVENUE, [key]: office[key as keyof typeof office] }),
    );
    expect(success).toBe(false);
    expect(error?.issues).toMatchObject([{ path: ['claims', 0, 'lines', 0, key] }]);
  });
});
