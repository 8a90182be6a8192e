import type { Claim } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';

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

export interface ClaimToWrite {
  readonly claim: Claim;
  readonly subscriber: PersonToWrite;
  /** The patient, when not the subscriber. */
  readonly patient?: PersonToWrite;
  /** For an institutional claim; elective, from home and sent home when it is not given. */
  readonly admission?: AdmissionToWrite;
}
