import type { Claim } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import type { Cents } from '@interspace/core/model/money';

/** A person as a transaction must name them. A Claim holds no names, so they come beside it. */
export interface PersonToWrite {
  readonly lastName: string;
  readonly firstName?: string;
  readonly street?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly birthDate?: IsoDate;
  readonly sex?: string;
}

/** How the patient came to the hospital and left it; no part of a Claim, so it comes beside it. */
export interface AdmissionToWrite {
  /** Priority of the visit: 1 emergency, 2 urgent, 3 elective and so on. */
  readonly type: string;
  /** Where the patient came from. */
  readonly source?: string;
  /** Status at the end of the statement: 01 sent home, 30 still a patient. */
  readonly status: string;
  /** ICD-10-CM codes of why an unscheduled patient came, at most three. */
  readonly reasons?: readonly string[];
}

/** Where an accident was, and what the insurer calls it; causes and day are the Claim's. */
export interface AccidentToWrite {
  /** State of an automobile accident, or its country where there are no states. */
  readonly state?: string;
  readonly country?: string;
  /** Number that a property or casualty insurer gave the case. */
  readonly caseNumber?: string;
}

/** What stands on a claim about one of its other payers beside its decision. */
export interface OtherInsuranceToWrite {
  /** Name of the payer. */
  readonly name: string;
  /** Who is insured there, and under which number. */
  readonly insured: PersonToWrite & { readonly organization?: boolean };
  readonly memberId: string;
  /** Of the patient to who is insured; 18, the same person, when it is not given. */
  readonly relation?: string;
  readonly group?: string;
  readonly groupName?: string;
  readonly secondaryReason?: string;
  /** Benefits assigned to the provider: Y, N, or W where it does not apply. Default Y. */
  readonly assigned?: string;
  /** Y when the patient signed a release of information, I when it is allowed without. Default Y. */
  readonly release?: string;
  readonly notCovered?: Cents;
  /** What the patient still owes after its decision, on the whole claim. */
  readonly remaining?: Cents;
  readonly remarks?: readonly string[];
  readonly authorization?: string;
  readonly referral?: string;
}

export interface ClaimToWrite {
  readonly claim: Claim;
  readonly subscriber: PersonToWrite;
  /** The patient, when not the subscriber. */
  readonly patient?: PersonToWrite;
  readonly accident?: AccidentToWrite;
  /** One for each of the claim's other payers, in their order. */
  readonly otherInsurance?: readonly OtherInsuranceToWrite[];
  /** Of an institutional claim: what happened on which day, such as an accident. */
  readonly occurrences?: readonly { readonly code: string; readonly date: IsoDate }[];
  /** For an institutional claim; elective, from home and sent home when it is not given. */
  readonly admission?: AdmissionToWrite;
}
