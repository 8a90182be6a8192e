import { z } from 'zod';
import type { Claim } from '@interspace/core/model/claim';
import { DateSchema } from '@interspace/core/model/schema-date';
import type { ClaimToWrite } from '@interspace/wire/x12/write/claim-to-write';
import { kindOf } from './claim-kinds.ts';
import { inCents, StatedAmount } from './stated-amount.ts';
import { StatedLine } from './stated-line.ts';
import { decisionOf, insuranceOf, otherPayerOf, Sequence, StatedOtherPayer } from './stated-other-payer.ts';
import { StatedParty, StatedPerson } from './stated-parties.ts';

const Diagnosis = z.string().regex(/^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/, 'an ICD-10-CM code, such as M54.16');

/** A claim of a submission: professional with a `placeOfService`, institutional with a `billType`. */
export const StatedClaim = z
  .object({
    id: z.string(),
    placeOfService: z.string().length(2).optional(),
    billType: z
      .string()
      .regex(/^0?[1-9][0-9][0-9A-Z]$/, 'three characters, such as 131')
      .optional(),
    frequency: z.enum(['1', '7', '8']).optional(),
    originalReference: z.string().optional(),
    payer: z.object({ id: z.string(), name: z.string(), filing: z.string().optional() }).strict(),
    memberId: z.string(),
    group: z.string().optional(),
    sequence: Sequence.optional(),
    secondaryReason: z.string().optional(),
    relation: z.string().length(2).optional(),
    billing: StatedParty,
    rendering: StatedParty.optional(),
    referring: StatedParty.optional(),
    supervising: StatedParty.optional(),
    attending: StatedParty.optional(),
    operating: StatedParty.optional(),
    facility: StatedParty.optional(),
    statement: z.object({ from: DateSchema, through: DateSchema }).strict().optional(),
    admission: z
      .object({
        type: z.string().length(1),
        source: z.string().length(1).optional(),
        date: DateSchema.optional(),
        reasons: z.array(Diagnosis).max(3).optional(),
      })
      .strict()
      .optional(),
    patientStatus: z
      .string()
      .regex(/^\d{2}$/, 'two digits')
      .optional(),
    diagnoses: z.array(Diagnosis).min(1),
    conditionCodes: z.array(z.string().length(2)).max(24).optional(),
    valueCodes: z
      .array(z.object({ code: z.string().length(2), value: z.string() }).strict())
      .max(24)
      .optional(),
    authorization: z.string().optional(),
    referral: z.string().optional(),
    trial: z.string().optional(),
    note: z.string().optional(),
    patientPaid: StatedAmount.optional(),
    onset: DateSchema.optional(),
    accident: z
      .object({
        causes: z
          .array(z.enum(['AA', 'EM', 'OA']))
          .min(1)
          .max(2)
          .optional(),
        date: DateSchema.optional(),
        state: z.string().length(2).optional(),
        country: z.string().min(2).max(3).optional(),
        caseNumber: z.string().optional(),
      })
      .strict()
      .optional(),
    occurrences: z
      .array(z.object({ code: z.string().length(2), date: DateSchema }).strict())
      .max(24)
      .optional(),
    attachments: z
      .array(
        z
          .object({
            type: z.string().length(2),
            transmission: z.enum(['AA', 'BM', 'EL', 'EM', 'FT', 'FX']),
            control: z.string().optional(),
          })
          .strict(),
      )
      .max(10)
      .optional(),
    otherPayers: z.array(StatedOtherPayer).max(10).optional(),
    subscriber: StatedPerson,
    patient: StatedPerson.optional(),
    lines: z.array(StatedLine).min(1),
  })
  .strict();

export type StatedClaim = z.infer<typeof StatedClaim>;

export function claimToWrite(stated: StatedClaim): ClaimToWrite {
  const { id, placeOfService, diagnoses, admission, subscriber, patient, billing, statement, accident } = stated;
  const institutional = kindOf(stated) === 'institutional';
  const billType = stated.billType?.slice(-3);
  const claim = {
    id,
    type: institutional ? 'hospital-opd' : 'professional',
    placeOfService,
    billType,
    frequency: billType?.at(-1) ?? stated.frequency ?? '1',
    originalReference: stated.originalReference,
    chargeTotal: inCents(stated.lines.reduce((sum, line) => sum + line.charge, 0)),
    payer: stated.payer,
    subscriber: {
      memberId: stated.memberId,
      group: stated.group,
      sequence: stated.sequence,
      secondaryReason: stated.secondaryReason,
      ...(patient && stated.relation ? { relation: stated.relation } : {}),
    },
    // A hospital bills under the name of an organization.
    billing: institutional ? { ...billing, organization: true } : billing,
    rendering: stated.rendering,
    referring: stated.referring,
    supervising: stated.supervising,
    attending: stated.attending,
    operating: stated.operating,
    facility: stated.facility,
    ...(statement ? { statementFrom: statement.from, statementThrough: statement.through } : {}),
    admissionDate: admission?.date,
    diagnoses,
    conditionCodes: stated.conditionCodes,
    valueCodes: stated.valueCodes,
    authorization: stated.authorization,
    referral: stated.referral,
    trial: stated.trial,
    note: stated.note,
    ...(stated.patientPaid === undefined ? {} : { patientPaid: inCents(stated.patientPaid) }),
    onsetDate: stated.onset,
    accident: accident?.causes,
    accidentDate: accident?.date,
    attachments: stated.attachments,
    otherPayers: stated.otherPayers?.map(otherPayerOf),
    lines: stated.lines.map((line, index) => lineToWrite(line, index + 1, diagnoses)),
  } as Claim;
  return {
    claim,
    subscriber: subscriber as ClaimToWrite['subscriber'],
    ...(patient ? { patient: patient as ClaimToWrite['subscriber'] } : {}),
    ...(accident ? { accident: accident as ClaimToWrite['accident'] & object } : {}),
    ...(stated.otherPayers ? { otherInsurance: stated.otherPayers.map(insuranceOf) } : {}),
    ...(stated.occurrences ? { occurrences: stated.occurrences } : {}),
    ...(admission && stated.patientStatus !== undefined
      ? { admission: { ...admission, status: stated.patientStatus } as ClaimToWrite['admission'] & object }
      : {}),
  };
}

function lineToWrite(line: StatedLine, number: number, diagnoses: readonly string[]) {
  return {
    number,
    code: line.code ?? '',
    revenueCode: line.revenueCode,
    modifiers: line.modifiers,
    description: line.description,
    units: line.units,
    charge: inCents(line.charge),
    from: line.date,
    through: line.through,
    pointers: (line.diagnoses ?? []).map((code) => diagnoses.indexOf(code) + 1),
    ndc: line.drug?.ndc,
    ndcQuantity: line.drug?.quantity,
    ndcUnit: line.drug?.unit,
    unitKind: line.unitKind === 'minutes' ? line.unitKind : undefined,
    placeOfService: line.placeOfService,
    authorization: line.authorization,
    controlNumber: line.controlNumber,
    note: line.note,
    rendering: line.rendering,
    supervising: line.supervising,
    ordering: line.ordering,
    adjudications: line.decisions?.map((each) => decisionOf(each, line)),
  };
}
