import type { Finding } from '@interspace/core/model/finding';
import type { Framed } from '../history/record.ts';
import type { Output } from '../render/output.ts';
import type { ClaimDay } from './claim-days.ts';
import type { DayText } from './day-text.ts';

/** What is known of a claim, as far as it is needed to count it, to write it as a line of JSON and to keep its record. */
export interface KnownAnswer {
  readonly day: ClaimDay;
  /** What its lines charge together. */
  readonly charges: number;
  readonly provider: string | undefined;
  readonly whole: AnswerParts;
  /** Absent: nothing is found. */
  readonly merged: AnswerFindings | undefined;
}

/** What all claims with the same answer share. */
export interface AnswerParts {
  readonly frame: Framed;
  readonly services: AnswerEditions;
  readonly programs: { readonly text: DayText };
  readonly coverage: AnswerCoverage;
}

export interface AnswerEditions {
  readonly editions: readonly string[];
  /** Claims since the last time that it was counted. */
  claims: number;
}

export interface AnswerCoverage {
  readonly lines: readonly { readonly outcome: string }[];
  readonly text: DayText;
  claims: number;
}

/** Findings in their order. */
export interface AnswerFindings {
  readonly counted: readonly Pick<Finding, 'id' | 'severity' | 'line'>[];
  readonly findings: readonly WrittenFinding[];
}

export interface WrittenFinding {
  readonly finding: Pick<Finding, 'line' | 'field'>;
  /** JSON up to where the place goes. */
  write(out: Output, day: string): void;
}
