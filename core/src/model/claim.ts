import type { Adjustment } from './adjustment.ts';
import type { IsoDate } from './date.ts';
import type { Cents } from './money.ts';

export type ClaimType = 'professional' | 'asc' | 'hospital-opd';

/** A party as the claim names it. Identifiers are those of the claim; names are never needed for judging. */
export interface Party {
  readonly npi?: string | undefined;
  readonly taxonomy?: string | undefined;
  readonly state?: string | undefined;
  readonly zip?: string | undefined;
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
  readonly organization?: boolean | undefined;
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  /** Employer or social security number, when the claim names it for the party. */
  readonly taxId?: string | undefined;
}

/** What the claim says: meaning, not syntax. A plain record, so that a million of them stay cheap. */
export interface Claim {
  /** The submitter's control number for the claim (CLM01 on an 837). */
  readonly id: string;
  readonly type: ClaimType;
  /** Type of bill of an institutional claim: place and frequency, such as `131`. */
  readonly billType?: string | undefined;
  /** Place of service of the claim, two characters; absent on institutional claims. */
  readonly placeOfService?: string | undefined;
  /** 1 original, 7 replacement, 8 void. */
  readonly frequency?: string | undefined;
  readonly chargeTotal?: Cents | undefined;
  readonly payer?: ClaimPayer | undefined;
  readonly subscriber?: ClaimSubscriber | undefined;
  /** Stable key of the patient inside this input; never shown. */
  readonly patient?: string | undefined;
  readonly patientBirthDate?: IsoDate | undefined;
  readonly patientSex?: string | undefined;
  readonly billing?: Party | undefined;
  readonly rendering?: Party | undefined;
  readonly facility?: Party | undefined;
  readonly referring?: Party | undefined;
  readonly supervising?: Party;
  readonly attending?: Party;
  readonly operating?: Party;
  /** ICD-10-CM codes with the point, in claim order (the first is principal). */
  readonly diagnoses: readonly string[];
  readonly authorization?: string | undefined;
  readonly referral?: string | undefined;
  /** The payer's number of the claim that this one replaces or voids. */
  readonly originalReference?: string;
  /** NCT number of a trial or registry, when the claim carries one. */
  readonly trial?: string | undefined;
  readonly conditionCodes?: readonly string[] | undefined;
  readonly valueCodes?: readonly { readonly code: string; readonly value: string }[] | undefined;
  readonly admissionDate?: IsoDate | undefined;
  readonly onsetDate?: IsoDate | undefined;
  readonly submittedOn?: IsoDate | undefined;
  readonly dischargeDate?: IsoDate;
  /** First and last day that an institutional claim covers. */
  readonly statementFrom?: IsoDate;
  readonly statementThrough?: IsoDate;
  /** Codes of the causes of an accident (AA auto, EM employment, OA other). */
  readonly accident?: readonly string[];
  readonly accidentDate?: IsoDate;
  readonly delayReason?: string;
  readonly assignment?: string | undefined;
  readonly patientPaid?: Cents;
  readonly deviceExemption?: string;
  readonly note?: string | undefined;
  readonly attachments?: readonly ClaimAttachment[];
  /** Other insurance of the patient, with what it decided. */
  readonly otherPayers?: readonly OtherPayer[];
  readonly lines: readonly ClaimLine[];
}

/** The insured person's standing; names are left out. */
export interface ClaimSubscriber {
  readonly memberId?: string | undefined;
  readonly group?: string | undefined;
  /** P primary, S secondary, T tertiary and so on. */
  readonly sequence?: string | undefined;
  /** Relation of the patient: 18 self, else the code of the patient level. */
  readonly relation?: string | undefined;
  /** Why Medicare is secondary, when it is. */
  readonly secondaryReason?: string | undefined;
  /** Said to be the patient, and yet a level of the patient's own follows. */
  readonly patientApart?: true;
}

export interface ClaimAttachment {
  readonly type: string;
  readonly transmission: string;
  readonly control?: string;
}

export interface OtherPayer {
  readonly id?: string;
  readonly sequence?: string | undefined;
  readonly filing?: string;
  readonly paid?: Cents;
  readonly decidedOn?: IsoDate;
  readonly claimNumber?: string;
  readonly adjustments: readonly Adjustment[];
}

/** A line as another payer judged it. */
export interface LineAdjudication {
  readonly payerId: string;
  readonly paid?: Cents;
  readonly code?: string;
  readonly units?: number;
  readonly decidedOn?: IsoDate;
  readonly adjustments: readonly Adjustment[];
}

export interface ClaimPayer {
  readonly id?: string | undefined;
  /** Filing indicator of the subscriber segment, such as MB for Medicare Part B. */
  readonly filing?: string | undefined;
  readonly name?: string | undefined;
}

export interface ClaimLine {
  readonly number: number;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly unitKind?: 'units' | 'minutes' | undefined;
  readonly charge?: Cents | undefined;
  readonly from: IsoDate | undefined;
  readonly through?: IsoDate | undefined;
  readonly placeOfService?: string | undefined;
  readonly revenueCode?: string | undefined;
  /** 1-based positions in `Claim.diagnoses`, most important first. */
  readonly pointers: readonly number[];
  readonly rendering?: Party | undefined;
  readonly ndc?: string | undefined;
  readonly ndcQuantity?: number | undefined;
  readonly ndcUnit?: string | undefined;
  readonly authorization?: string | undefined;
  readonly description?: string | undefined;
  /** The submitter's number of the line, which comes back in the remittance. */
  readonly controlNumber?: string | undefined;
  readonly ordering?: Party;
  readonly supervising?: Party;
  /** Where the line was done, when it was not where the claim says. */
  readonly facility?: Party;
  readonly note?: string;
  readonly adjudications?: readonly LineAdjudication[];
}

/** The parts of a claim that a Finding can point at; a codec turns them into a place in its file. */
export type ClaimField =
  | 'claim'
  | 'charge-total'
  | 'place-of-service'
  | 'frequency'
  | 'payer'
  | 'standing'
  | 'patient'
  | 'birth-date'
  | 'billing-npi'
  | 'billing-street'
  | 'billing-state'
  | 'billing-zip'
  | 'billing-tax-number'
  | 'rendering-npi'
  | 'facility-npi'
  | 'facility-zip'
  | 'referring-npi'
  | 'ordering-npi'
  | 'supervising-npi'
  | 'attending-npi'
  | 'operating-npi'
  | 'billing-taxonomy'
  | 'rendering-taxonomy'
  | 'diagnoses'
  | 'authorization'
  | 'line'
  | 'code'
  | 'modifiers'
  | 'units'
  | 'charge'
  | 'date'
  | 'pointers'
  | 'ndc'
  | 'ndc-quantity'
  | 'ndc-unit'
  | 'revenue-code'
  | 'note'
  | 'trial'
  | 'condition-codes'
  | 'value-codes';

/** A place in a claim file. Ordinals are 1-based; `offset` counts bytes from the start of the file. */
export interface Location {
  readonly interchange?: number;
  readonly group?: number;
  readonly transaction?: number;
  readonly loop?: string;
  readonly segment: string;
  /** Ordinal of the segment in its transaction, ST being 1. */
  readonly ordinal: number;
  readonly element?: number;
  readonly component?: number;
  readonly offset: number;
  readonly length?: number;
}
