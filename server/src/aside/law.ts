import type { TableBuffer } from '@interspace/core/edits/agency/layout';
import type { IsoDate } from '@interspace/core/model/date';
import type { Library } from '@interspace/core/model/library';
import type { EngineInput } from '@interspace/core/model/review-input';
import type { Change } from '@interspace/library/diff/diff-libraries';

export type LawAsked =
  | { readonly what: 'diff'; readonly library: Library; readonly from: IsoDate; readonly to: IsoDate }
  | {
      readonly what: 'touched';
      readonly library: Library;
      readonly tables: readonly TableBuffer[];
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly inputs: readonly EngineInput[];
      /** Claim files, read one after the other until enough claims were judged or the time is over. */
      readonly files: readonly string[];
      readonly most: { readonly claims: number; readonly ms: number };
      /** Only what concerns one of these criteria and edits, when given. */
      readonly ids?: readonly string[] | undefined;
    };

/** An input that the law of the two days judges differently. */
export interface TouchedInput {
  readonly index: number;
  readonly before: string;
  readonly after: string;
}

export type DiffTold = readonly Change[];
/** A claim of a file that the law of the two days judges differently. */
export interface TouchedClaim {
  readonly file: number;
  readonly number: number;
  readonly id: string;
  readonly date?: IsoDate | undefined;
  readonly codes: readonly string[];
  readonly before: string;
  readonly after: string;
}

export interface TouchedTold {
  readonly inputs: readonly TouchedInput[];
  readonly claims: readonly TouchedClaim[];
  readonly claimsExamined: number;
}
