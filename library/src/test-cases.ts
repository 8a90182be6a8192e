import { runCases, type CaseReport } from './cases/run-all.ts';
import type { Issue } from '@interspace/core/model/result';
import { openLibrary } from './read.ts';

/** Runs the cases beside every criterion and tells which clauses no case has shown both ways. */
export function testLibrary(directory: string): CaseReport {
  const open = openLibrary(directory);
  const errors = open.issues.filter((issue: Issue) => issue.level !== 'warning');
  const report = runCases(open);
  return { criteria: report.criteria, issues: [...errors, ...report.issues] };
}
