import type { Citation } from '../citation.ts';
import type { ClaimType } from '../claim.ts';
import type { IsoDate } from '../date.ts';
import type { EffectivePeriod } from '../period.ts';
import type { Severity } from '../finding.ts';

/** The checks of a claim as data (library/edits/**). */
export interface EditLaw {
  readonly rules: readonly EditRule[];
  readonly pairs: readonly PairEdition[];
  readonly units: readonly UnitEdition[];
  readonly addOns: readonly AddOnEdition[];
  readonly modifiers: ModifierLaw;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Codes that only one kind of claim may carry, with what the other kind uses. */
  readonly swaps: readonly CodeSwap[];
  /** Two ways to treat one place, of which a side can have only one on a day. */
  readonly exclusive: readonly {
    readonly one: readonly string[];
    readonly other: readonly string[];
    readonly rule: string;
  }[];
  /** Diagnosis codes that are no longer (or not) billable. */
  readonly diagnoses: readonly DiagnosisTrap[];
  /** Services that are paid only inside a study, with what their claims must carry. */
  readonly studies: readonly StudyRule[];
  /** Procedures whose devices are told, or not told, by place. */
  readonly devices: readonly DeviceRule[];
  readonly combinations: CombinationLaw;
  /** How long after the service each payer takes a claim. */
  readonly filing: readonly FilingLimit[];
  readonly billTypes: readonly BillTypeRule[];
}

/** What types of bill (two digits, without the leading zero and the frequency) say of the claim beyond its form. */
export interface BillTypeRule extends EffectivePeriod {
  readonly types: readonly string[];
  /** The kind of claim as which it is judged. */
  readonly is?: ClaimType;
  /** As a whole stay, or one amount for a visit and all that was done at it. Absent: line by line. */
  readonly paid?: 'stay' | 'encounter';
  readonly citation: Citation;
}

/** What depends on several lines of a claim, or on the lines of earlier claims. */
export interface CombinationLaw {
  readonly beside: readonly BesideRule[];
  readonly outliers: readonly OutlierRule[];
  /** Smallest container of a drug in billing units: given and discarded units fill whole containers. Fewer than `least` are no dose. */
  readonly containers: readonly { readonly code: string; readonly units: number; readonly least?: number }[];
  readonly told?: readonly ToldRule[];
}

/** A line with one of `codes` whose description (or the note of its claim) names something else. Words are in lower case. */
export interface ToldRule extends EffectivePeriod {
  readonly rule: string;
  readonly codes: readonly string[];
  readonly words: readonly string[];
  /** Beside these nothing is said. */
  readonly unless: readonly string[];
  readonly instead: string;
}

/** A line with one of `codes` while another line of the day, by the same provider, has one of `beside` or of the families. */
export interface BesideRule extends EffectivePeriod {
  readonly rule: string;
  readonly codes: readonly string[];
  readonly beside: readonly string[];
  /** Procedures with a global period in these families count too. */
  readonly families: readonly string[];
  /** Said only when no pair edit speaks about the line already. */
  readonly unlessPair?: boolean;
}

/** More days of service than auditors expect within so many days, this one included. */
export interface OutlierRule {
  readonly rule: string;
  readonly families: readonly string[];
  readonly codes: readonly string[];
  readonly days: number;
  readonly limit: number;
}

/** Last day for a claim, counted from the last day of service. */
export interface FilingLimit {
  /** Payers of the library and filing indicators of the claim that it holds for. */
  readonly payers: readonly string[];
  readonly filings: readonly string[];
  readonly days?: number;
  readonly months?: number;
  readonly late: string;
  readonly near: string;
  readonly citation: Citation;
}

/** What the claim of a service furnished inside a study carries. */
export interface StudyRule extends EffectivePeriod {
  readonly study: string;
  readonly codes: readonly string[];
  readonly payers: readonly string[];
  readonly modifier: string;
  /** Put there by mistake instead of the modifier. */
  readonly wrongModifiers: readonly string[];
  /** Says that the patient takes part in research; never the first diagnosis. */
  readonly diagnosis: string;
  /** One of these must be there; a longer code that begins so counts. */
  readonly reasons: readonly string[];
  /** Reasons that leave the study's own question open. */
  readonly doubtful: readonly string[];
  readonly places: readonly string[];
  readonly conditionCode: string;
  readonly valueCode: string;
  readonly billTypes: readonly string[];
}

/** The devices of procedures: wanted on a hospital's claim, never beside an office procedure. */
export interface DeviceRule extends EffectivePeriod {
  readonly codes: readonly string[];
  readonly payers: readonly string[];
  /** A hospital outpatient claim carries at least one of these. */
  readonly hospital: readonly string[];
  /** Never on a claim of the office or of a surgical center. */
  readonly inside: readonly string[];
  /** Devices of other organs. */
  readonly wrong: readonly string[];
}

/** One thing that an edit can say. `{name}` in the texts is filled by the edit. */
export interface EditRule extends EffectivePeriod {
  readonly id: string;
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  readonly do: string;
  readonly satisfies: readonly string[];
  readonly citation: Citation;
  /** `category:status[:entity]` with which a front end refuses a claim for it; absent: it is no matter of a front end. */
  readonly claimStatus?: string;
  /** It rests on what the fee schedule says of a code; which release that was is told with it. */
  readonly restsOn?: 'fee-schedule';
  /** The list of payers whose rule it is; absent: everybody's. */
  readonly payers?: string;
}

/** A published edition of a table: in force from its first to its last date of service. */
export interface Edition {
  /** `2024Q3`. */
  readonly edition: string;
  readonly from: IsoDate;
  readonly through: IsoDate;
  /** False when the table holds a selection of codes: absence then proves nothing. */
  readonly complete: boolean;
  /** Absent: practitioners and surgical centers. */
  readonly setting?: 'practitioner' | 'hospital';
  readonly citation: Citation;
}

/** Column 1 is paid, column 2 is not. Indicator 0: never together; 1: with a modifier when truly distinct; 9: no edit. */
export interface PairRow extends EffectivePeriod {
  readonly column1: string;
  readonly column2: string;
  readonly indicator: 0 | 1 | 9;
}

export interface PairEdition extends Edition {
  readonly rows: readonly PairRow[];
}

/** `by` 1: per line; 2: per day, absolute; 3: per day, with records on appeal. */
export interface UnitRow {
  readonly code: string;
  readonly limit: number;
  readonly by: 1 | 2 | 3;
}

export interface UnitEdition extends Edition {
  readonly rows: readonly UnitRow[];
  /** Codes whose value was found unchanged in a later edition. */
  readonly confirmed: readonly { readonly on: IsoDate; readonly codes: readonly string[] }[];
}

/** Type 1: closed list of primaries; 2: the contractor decides; 3: some listed, others may be accepted. */
export interface AddOnRow {
  readonly addOn: string;
  readonly type: 1 | 2 | 3;
  readonly primaries: readonly string[];
  /** Groups of codes: the claim needs one of each group. */
  readonly needs?: readonly (readonly string[])[];
}

export interface AddOnEdition extends Edition {
  readonly rows: readonly AddOnRow[];
}

/** What each modifier means, by word: `left`, `right`, `both`, `bypass`, `anatomic`, … (library/edits/modifiers.yaml). */
export interface ModifierLaw {
  readonly means: Readonly<Record<string, readonly string[]>>;
  readonly conflicts: readonly {
    readonly one: readonly string[];
    readonly other: readonly string[];
    readonly rule: string;
  }[];
}

export interface CodeSwap {
  readonly code: string;
  readonly instead: string;
  readonly claimTypes: readonly string[];
}

export interface DiagnosisTrap {
  readonly code: string;
  /** Last date on which it could be billed; absent: never. */
  readonly through?: IsoDate;
  readonly successors: readonly string[];
}

/*
 * The shapes behind which tables live. The library's own small tables and an agency's whole edition answer the same
 * questions. Codes are numbers (`codeKey`), dates are day numbers, answers are small integers: nothing is allocated.
 */

/** `codeKey(code)`: five letters or digits as one number below 36^5; -1 for anything else. */
export type CodeKey = number;

export interface PairTable {
  readonly edition: Edition;
  /** Indicator of the pair in force on that day; -1 when there is none. */
  find(column1: CodeKey, column2: CodeKey, day: number): number;
}

export interface UnitTable {
  readonly edition: Edition;
  /** `limit * 4 + by`; -1 when the code is not in the table. */
  find(code: CodeKey): number;
  /** Later date on which the value was found unchanged. */
  confirmed(code: CodeKey): IsoDate | undefined;
}

export interface AddOnTable {
  readonly edition: Edition;
  /** 0 when the code is no add-on of the table. */
  type(code: CodeKey): number;
  accepts(addOn: CodeKey, primary: CodeKey): boolean;
  primaries(addOn: CodeKey): readonly CodeKey[];
  /** Groups of codes of which one each must be there; empty when any primary will do. */
  needs(addOn: CodeKey): readonly (readonly CodeKey[])[];
}

/** Where a code stands on a day: 0 not known, 1 valid, 2 not yet valid, 3 no longer valid. */
export interface CodeValidity {
  validity(code: CodeKey, day: number): 0 | 1 | 2 | 3;
}
