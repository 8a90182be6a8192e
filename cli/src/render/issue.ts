import type { Issue } from '@interspace/core/model/result';
import { hang } from './layout.ts';
import type { Style } from './style.ts';

/** What, where and what to do, for standard error. */
export function issueAsText(issue: Issue, style: Style, width: number): string {
  const level = issue.level === 'warning' ? style.yellow('warning') : style.red('error');
  // A message about an option begins with it.
  const at = issue.at === undefined || issue.message.startsWith(`${issue.at} `) ? '' : `${style.bold(issue.at)}: `;
  return [
    ...hang(`${level}: `, `${at}${issue.message}`, width),
    ...(issue.hint === undefined ? [] : hang('  do: ', issue.hint, width)),
    style.dim(`  [${issue.code}]`),
  ].join('\n');
}
