import type { Cents } from './money.ts';

/** One row of the physician fee schedule. Relative values in hundredths, so that sums are exact. */
export interface FeeRow {
  readonly code: string;
  /** Blank, or the component that the row is for. */
  readonly modifier: string;
  /** One letter; relative values set payment only for A, R and T. */
  readonly status: string;
  readonly work: number;
  readonly nonFacilityExpense: number;
  readonly facilityExpense: number;
  readonly malpractice: number;
  /** "Rarely or never performed there": no price in that setting. */
  readonly nonFacilityNotApplicable: boolean;
  readonly facilityNotApplicable: boolean;
  /** `000`, `010`, `090`, `XXX`, `YYY`, `ZZZ`, `MMM`. */
  readonly global: string;
  /** Professional/technical split, multiple procedure, bilateral, assistant, co-surgeon and team indicators. */
  readonly components: number;
  readonly multipleProcedure: number;
  readonly bilateral: number;
  readonly assistant: number;
  readonly coSurgeon: number;
  readonly team: number;
  /** Shares of the global package in hundredths: before, during and after the operation. */
  readonly preoperative: number;
  readonly intraoperative: number;
  readonly postoperative: number;
  /** Code of the endoscopy family, when there is one. */
  readonly endoscopyBase?: string;
  readonly imagingFamily: number;
}

/** Geographic cost indices of a locality, in thousandths. */
export interface GeographicIndices {
  readonly work: number;
  readonly expense: number;
  readonly malpractice: number;
}

/** Ten-thousandths of a dollar per relative value unit. */
export type ConversionFactor = number;

/** Where a ZIP code is priced. */
export interface PricingLocality {
  readonly state: string;
  readonly carrier: string;
  readonly locality: string;
  /** The ZIP alone does not decide: its four-digit extension does. */
  readonly needsExtension: boolean;
}

export interface AllowedLine {
  readonly amount?: Cents;
  /** Each step in words a biller can check: factor by factor. */
  readonly steps: readonly string[];
  /** Why no amount is given. */
  readonly notPriced?: string;
}
