import type { Adjustment } from '@interspace/core/model/adjustment';
import type {
  Claim,
  ClaimAttachment,
  ClaimLine,
  ClaimSubscriber,
  LineAdjudication,
  OtherPayer,
  Party,
} from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';

export type Draft<T> = { -readonly [K in keyof T]: T[K] };

export type PartyDraft = Draft<Party>;
export type OtherPayerDraft = Omit<Draft<OtherPayer>, 'adjustments'> & { adjustments: Adjustment[] };
export type DecisionDraft = Omit<Draft<LineAdjudication>, 'adjustments'> & { adjustments: Adjustment[] };
export type LineDraft = Omit<Draft<ClaimLine>, 'modifiers' | 'pointers' | 'adjudications'> & {
  modifiers: string[];
  pointers: number[];
  adjudications?: DecisionDraft[];
};
export type ClaimDraft = Omit<
  Draft<Claim>,
  'diagnoses' | 'lines' | 'attachments' | 'otherPayers' | 'conditionCodes' | 'valueCodes'
> & {
  diagnoses: string[];
  lines: LineDraft[];
  attachments?: ClaimAttachment[];
  otherPayers?: OtherPayerDraft[];
  conditionCodes?: string[];
  valueCodes?: { code: string; value: string }[];
};

/** What holds for all claims below the present levels. */
export interface LevelDraft {
  billing: PartyDraft | undefined;
  subscriber: Draft<ClaimSubscriber>;
  filing: string | undefined;
  payerId: string | undefined;
  payerName: string | undefined;
  patient: string | undefined;
  birthDate: IsoDate | undefined;
  sex: string | undefined;
  submittedOn: IsoDate | undefined;
}

export function emptyLevel(): LevelDraft {
  return {
    billing: undefined,
    subscriber: emptySubscriber(),
    filing: undefined,
    payerId: undefined,
    payerName: undefined,
    patient: undefined,
    birthDate: undefined,
    sex: undefined,
    submittedOn: undefined,
  };
}

export function emptySubscriber(): Draft<ClaimSubscriber> {
  return {
    memberId: undefined,
    group: undefined,
    sequence: undefined,
    relation: undefined,
    secondaryReason: undefined,
  };
}

/** One shape for every party: most of them are made for every claim. */
export function newParty(): PartyDraft {
  return {
    npi: undefined,
    taxonomy: undefined,
    state: undefined,
    zip: undefined,
    lastName: undefined,
    firstName: undefined,
    organization: undefined,
    street: undefined,
    city: undefined,
    taxId: undefined,
  };
}

const NO_CODES: string[] = [];
const NO_POINTERS: number[] = [];

/** One shape for every claim, so that the engine underneath keeps property reads fast. */
export function newClaim(id: string, level: LevelDraft): ClaimDraft {
  return {
    id,
    type: 'professional',
    billType: undefined,
    assignment: undefined,
    placeOfService: undefined,
    frequency: undefined,
    chargeTotal: undefined,
    payer: { id: level.payerId, filing: level.filing, name: level.payerName },
    subscriber: level.subscriber,
    patient: level.patient,
    patientBirthDate: level.birthDate,
    patientSex: level.sex,
    billing: level.billing,
    rendering: undefined,
    facility: undefined,
    referring: undefined,
    diagnoses: NO_CODES,
    authorization: undefined,
    referral: undefined,
    trial: undefined,
    admissionDate: undefined,
    onsetDate: undefined,
    submittedOn: level.submittedOn,
    note: undefined,
    lines: [],
  };
}

export function newLine(number: number): LineDraft {
  return {
    number,
    code: '',
    modifiers: NO_CODES,
    units: Number.NaN,
    unitKind: undefined,
    controlNumber: undefined,
    charge: undefined,
    from: undefined,
    through: undefined,
    placeOfService: undefined,
    revenueCode: undefined,
    pointers: NO_POINTERS,
    rendering: undefined,
    ndc: undefined,
    ndcQuantity: undefined,
    ndcUnit: undefined,
    authorization: undefined,
    description: undefined,
  };
}
