import type { Claim } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import { cents } from '@interspace/core/model/money';
import type { ClaimToWrite } from '@interspace/wire/x12/write/claim-to-write';
import { writeClaims } from '@interspace/wire/x12/write/claims-to-837';
import type { InventedChart, InventedVisit } from './invent.ts';
import { STAFF } from './people.ts';

export const BILLING = {
  name: 'EXAMPLE PAIN PRACTICE',
  npi: '1245319599',
  taxId: '000000001',
  street: '1 TEST STREET',
  city: 'SAMPLEVILLE',
  state: 'OH',
  zip: '432150000',
} as const;
export const PAYERS = {
  medicare: { name: 'MEDICARE TEST', id: 'TESTMCR', filing: 'MB' },
  'medicare-advantage': { name: 'ADVANTAGE TEST', id: 'TESTMA', filing: '16' },
  commercial: { name: 'COMMERCIAL TEST', id: 'TESTCOM', filing: 'CI' },
} as const;

export interface VisitToBill {
  readonly chart: InventedChart;
  readonly visit: InventedVisit;
  readonly number: string;
}

/** Visits as an 837P file, marked as a test. */
export function batchFile(visits: readonly VisitToBill[], today: IsoDate): Uint8Array {
  const written = writeClaims(visits.map(toWrite), {
    sender: 'EXAMPLEPRACTICE',
    receiver: 'TESTCLEARING',
    created: `${today}T08:00`,
    control: 1,
    usage: 'T',
    batch: `DEMO-${today}`,
    submitter: { name: BILLING.name, id: 'EXAMPLE', contact: 'BILL BILLINGTON', phone: '6145550100' },
    receiverParty: { name: 'TEST CLEARINGHOUSE', id: 'TESTCLEAR' },
  });
  if (!written.ok) throw new Error(`The invented claims cannot be written: ${written.issues[0]?.message ?? ''}`);
  return written.value;
}

function toWrite({ chart, visit, number }: VisitToBill): ClaimToWrite {
  const { patient, physician } = chart;
  const who = STAFF[physician];
  const { diagnoses } = visit.act;
  const claim = {
    id: number,
    type: 'professional',
    placeOfService: visit.act.placeOfService,
    frequency: '1',
    payer: PAYERS[patient.payer],
    subscriber: { memberId: patient.memberId },
    patientBirthDate: patient.birthDate as IsoDate,
    patientSex: patient.sex,
    billing: {
      npi: BILLING.npi,
      taxId: BILLING.taxId,
      lastName: BILLING.name,
      organization: true,
      street: BILLING.street,
      city: BILLING.city,
      state: patient.state,
      zip: BILLING.zip,
    },
    rendering: { npi: who?.npi, lastName: who?.name.split(' ').at(-1)?.toUpperCase(), firstName: 'DEMO' },
    ...(visit.act.placeOfService === '11'
      ? {}
      : {
          facility: {
            npi: '1679576722',
            lastName: 'EXAMPLE SURGERY CENTER',
            organization: true,
            street: '3 TEST STREET',
            city: BILLING.city,
            state: patient.state,
            zip: BILLING.zip,
          },
        }),
    diagnoses: [...diagnoses],
    chargeTotal: cents(visit.lines.reduce((sum, { charge }) => sum + charge, 0)),
    lines: visit.lines.map(({ code, modifiers, units, charge }, at) => ({
      number: at + 1,
      code,
      modifiers: [...modifiers],
      units,
      charge: cents(charge),
      from: visit.date,
      pointers: diagnoses.map((_, place) => place + 1),
    })),
  } as unknown as Claim;
  return {
    claim,
    subscriber: {
      lastName: patient.last.toUpperCase(),
      firstName: patient.first.toUpperCase(),
      street: '2 TEST STREET',
      city: 'SAMPLEVILLE',
      state: patient.state,
      zip: '432150000',
      birthDate: patient.birthDate as IsoDate,
      sex: patient.sex,
    },
  };
}
