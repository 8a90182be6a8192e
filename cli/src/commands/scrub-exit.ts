import type { BatchSummary } from '@interspace/batch/summary';
import type { ExitCode, FailOn } from '../exit.ts';

/** 2 when nothing of the files could be read as claims, 1 when there is something to fix, 0 otherwise. */
export function exitCodeOf({ claims, issues, findings }: BatchSummary, failOn: FailOn): ExitCode {
  if (claims === 0) return 2;
  if (issues > 0) return 2;
  return findings.block > 0 || (failOn === 'warn' && findings.warn > 0) ? 1 : 0;
}
