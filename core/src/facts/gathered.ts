import type { IsoDate } from '../model/date.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FactSheet } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { ToldHistory } from '../model/history.ts';
import type { Procedure } from '../model/procedure.ts';

/** Where a note without a list of diagnoses says what the patient has, the most trusted first. */
export type PlaceTold = 'assessment' | 'indication' | 'history' | 'title' | 'imaging';

/** A diagnosis as the chart or the form states it. */
export interface StatedDiagnosis {
  /** ICD-10-CM code with its point, when one is written. */
  readonly code?: string | undefined;
  readonly words: string;
  /** Set for words of the narrative, in lower case and with `·` for what does not stand; else a list states it. */
  readonly told?: PlaceTold;
  readonly evidence: readonly Evidence[];
}

/** Everything that the input says, before any judgement. */
export interface Gathered {
  readonly procedures: Procedure[];
  readonly facts: FactSheet;
  readonly diagnoses: StatedDiagnosis[];
  readonly findings: Finding[];
  /** Earlier sessions that the notes tell of. */
  readonly told: ToldHistory;
  /** Date of service that a note states. */
  readonly dateOfService?: IsoDate;
}
