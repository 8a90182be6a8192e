import type { Confidence, Standing } from '../citation.ts';
import type { IsoDate } from '../date.ts';
import type { Duration } from '../duration.ts';
import type { Severity } from '../finding.ts';
import type { Clause } from './clause.ts';
import type { Reference } from './reference.ts';

/** A citation as law writes it: `lcd` and `article` stand for the document that judges the line. */
export interface LawCitation {
  readonly document: string;
  readonly section?: string;
  readonly gist: string;
  readonly url?: string;
  readonly read?: string;
  readonly confidence?: Confidence;
  readonly standing?: Standing;
}

export type ParamValue = number | string | Duration;

/** One dated value of a param. Without `from` it holds from the beginning; `documents` narrows it. */
export interface DatedValue {
  readonly value: ParamValue;
  readonly from?: IsoDate;
  readonly documents?: readonly string[];
  readonly cite: string;
  readonly confidence?: Confidence;
  readonly standing?: Standing;
}

/** A date that is the same for all documents except those named. */
export interface PerDocumentDate {
  readonly default?: IsoDate;
  readonly documents: Readonly<Record<string, IsoDate>>;
}

/** The three sentences that staff read when the criterion is not met; `{hole}` is filled in. */
export interface FindingText {
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  readonly do: string;
  readonly cite?: string;
}

/** One checkable requirement of a policy. */
export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly status: 'draft' | 'reviewed';
  readonly confidence: Confidence;
  readonly standing: Standing;
  /** Absent: all documents of the policy. */
  readonly documents?: readonly string[];
  readonly effective?: PerDocumentDate;
  readonly ends?: PerDocumentDate;
  readonly satisfies: readonly string[];
  readonly order: number;
  /**
   * `tolerated`: charts mention it only when it is present, so an unknown does not make the line incomplete; once `when`
   * is met it is asked for like any other.
   */
  readonly silence?: 'tolerated';
  readonly when?: Clause;
  readonly unless?: Clause;
  readonly require: Clause;
  readonly params: Readonly<Record<string, readonly DatedValue[]>>;
  readonly citations: Readonly<Record<string, LawCitation>>;
  readonly finding: FindingText;
  /** To read on; never judged by. */
  readonly references?: readonly Reference[];
  /** Repository path of the file, for `explain`. */
  readonly file: string;
}
