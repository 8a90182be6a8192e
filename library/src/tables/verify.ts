import { readFileSync } from 'node:fs';
import { readTable } from '@interspace/core/edits/agency/layout';
import type { Issue } from '@interspace/core/model/result';
import { damagedTable } from './damaged-table.ts';
import { TABLE_KINDS, defaultTablesDirectory } from './directory.ts';
import { tableFiles } from './editions.ts';
import { digestOf } from './table-writer.ts';

/** Reads every byte of every table and compares it with the digest it was written with. An empty list: all whole. */
export function verifyTables(directory: string = defaultTablesDirectory()): {
  readonly checked: number;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  let checked = 0;
  for (const path of TABLE_KINDS.flatMap((kind) => tableFiles(directory, kind, (issue) => issues.push(issue)))) {
    checked++;
    const bytes = readFileSync(path);
    const copy = new Uint8Array(bytes);
    const table = readTable(copy.buffer);
    if (typeof table === 'string') issues.push(damagedTable(path, table));
    else if (!Buffer.from(digestOf(bytes)).equals(bytes.subarray(32, 64)))
      issues.push(
        damagedTable(path, 'its content does not have the digest it was written with, some byte of it has changed'),
      );
  }
  return { checked, issues };
}
