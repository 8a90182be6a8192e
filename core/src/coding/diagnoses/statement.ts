import type { Evidence } from '../../model/evidence.ts';

/** Where the narrative tells a reason, the most trusted first. */
export const PLACES_TOLD = ['assessment', 'indication', 'history', 'title', 'imaging'] as const;
export type PlaceTold = (typeof PLACES_TOLD)[number];

/** What the chart states as a reason: a code, words, or both. */
export interface Statement {
  readonly code?: string | undefined;
  readonly words: string;
  /** Set where no list of diagnoses but the narrative says so. */
  readonly told?: PlaceTold;
  readonly evidence: readonly Evidence[];
}

export interface CodedDiagnosis {
  readonly code: string;
  readonly why: string;
  readonly told?: PlaceTold;
  readonly evidence: readonly Evidence[];
}
