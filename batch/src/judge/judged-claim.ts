import type { ReadClaim } from '@interspace/wire/x12/claims/read-claim';
import type { Finding } from '@interspace/core/model/finding';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { Authorization } from '@interspace/core/model/review';

/** What coverage can say of one line by the claim alone. */
export interface LineCoverage {
  readonly line: number;
  readonly policy?: string;
  readonly document?: string;
  readonly outcome: string;
  /** Criteria that wait for a fact which a claim does not carry. */
  readonly unknown?: number;
  /** Why no policy judged the line. */
  readonly because?: string;
}

/** What the policies and programs say of claims of one shape; many claims share one. */
export interface ShapeCoverage {
  readonly lines: readonly LineCoverage[];
  readonly findings: readonly Finding[];
  /** `lines` as they are written, made once. */
  readonly json: string;
}

/** What programs of authorization say of claims with the same services, place and number. */
export interface ShapePrograms {
  readonly findings: readonly Finding[];
  readonly authorization: readonly Authorization[];
  readonly json: string;
}

export interface JudgedClaim {
  /** The name of the claim, for those who need nothing else of it. */
  readonly id?: string;
  readonly read: ReadClaim;
  readonly context: ResolvedContext;
  /** Ranked, with their places in the file. */
  readonly findings: readonly Finding[];
  readonly coverage: ShapeCoverage | undefined;
  readonly programs: ShapePrograms | undefined;
}
