import type { Issue } from '@interspace/core/model/result';
import type { TableIssueCode } from '../issues.ts';

export function damagedTable(path: string, why: string): Issue {
  const code: TableIssueCode = 'library/tables/damaged';
  const message = `This table file cannot be used: ${why}. No look-up is answered from it; the other editions are untouched.`;
  return { code, message, at: path, hint: 'Import the edition again from the agency’s file.' };
}

/** Why the system does not let a file be read. */
export function whyNot(error: unknown): string {
  return `it cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
}
