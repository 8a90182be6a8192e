/**
 * The two roads of bad news that are data: an Issue says that input or a library file is malformed.
 * (A Finding says something true about chart, claim or policy; see `finding.ts`. A Fault is thrown.)
 */
export interface Issue {
  /** A path such as `wire/x12/segment-missing`; born in one `issues.ts` per package. */
  readonly code: string;
  /** What is wrong and why it matters, without anything that identifies a patient. */
  readonly message: string;
  /** Where: `file:line`, a segment's place, a path inside the input. */
  readonly at?: string;
  /** What to do next. */
  readonly hint?: string;
  /** A warning does not stop the work; an error does. Absent means error. */
  readonly level?: 'error' | 'warning';
}

/** Either a value (perhaps with warnings) or the reasons why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function ok<T>(value: T, issues: readonly Issue[] = []): Result<T> {
  return { ok: true, value, issues };
}

export function failed(...issues: readonly Issue[]): Result<never> {
  return { ok: false, issues };
}
