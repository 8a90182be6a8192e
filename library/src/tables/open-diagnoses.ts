import { section } from '@interspace/core/edits/agency/layout';
import { TextPool } from '@interspace/core/edits/agency/text-pool';
import { editionPath } from './directory.ts';
import { openTableFile } from './open-file.ts';

/** All entries of an imported year of diagnosis codes; `undefined` when it is not there. */
export function openDiagnoses(
  directory: string,
  edition: string,
): Map<number, { billable: boolean; title: string }> | undefined {
  const opened = openTableFile(editionPath(directory, 'icd10cm-order', edition));
  if (!opened.ok) return undefined;
  const billable = section(opened.value, 'billable', 'u8');
  const titles = new TextPool(opened.value, 'titles');
  const entries = Array.from(
    section(opened.value, 'codes', 'f64'),
    (packed, row) => [packed, { billable: billable[row] === 1, title: titles.at(row) }] as const,
  );
  return new Map(entries);
}
