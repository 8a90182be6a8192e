import type { TableFile } from '@interspace/core/edits/agency/layout';
import type { Issue } from '@interspace/core/model/result';
import type { TableShelf } from './open-tables.ts';

/** Kinds of table that edits ask. */
const JUDGING: ReadonlySet<string> = new Set([
  'ncci-ptp-practitioner',
  'ncci-ptp-hospital',
  'mue-practitioner',
  'mue-hospital',
  'aoc',
  'icd10cm-order',
  'icd10cm-tabular',
  'hcpcs',
  'pprrvu',
  'modifiers',
  'pos',
  'taxonomy',
]);

/** Whether edits ask tables of a kind; the others are kept to be looked up and to price with. */
export function isJudging(kind: string): boolean {
  return JUDGING.has(kind);
}

/** What is said of a kind that no edit asks; '' of one that edits ask. */
export function whoAsks(kind: string): string {
  if (isJudging(kind)) return '';
  return kind === 'carc-rarc' ? 'only x12 check asks it' : 'no edit asks it';
}

/**
 * Every imported edition that edits can rest on, read into shared memory. One that cannot be used is left out, and `tell`
 * hears which and why: a user has to know that an edition is not asked.
 */
export function judgingTables(shelf: TableShelf, tell?: (left: Issue) => void): readonly TableFile[] {
  if (tell) for (const issue of shelf.unread) tell(issue);
  const kinds = [...new Set(shelf.editions.map(({ kind }) => kind))].filter(isJudging);
  return kinds.flatMap((kind) => {
    const opened = shelf.all(kind);
    if (tell) for (const issue of opened.issues) tell(issue);
    return opened.ok ? opened.value.map(({ file }) => file) : [];
  });
}
