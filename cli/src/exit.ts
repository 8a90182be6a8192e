import type { Review } from '@interspace/core/model/review';

/** 0 nothing to fix, 1 findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2;
export type FailOn = 'block' | 'warn';

/** Whether the Review has something that the caller asked to be told about by the exit code. */
export function exitOf(review: Review, failOn: FailOn): ExitCode {
  const counts = review.findings.some(
    ({ severity }) => severity === 'block' || (failOn === 'warn' && severity === 'warn'),
  );
  return counts ? 1 : 0;
}

export function worst(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
