import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareEdits, type PreparedEdits } from '@interspace/core/edits/prepare-edits';
import type { Library } from '@interspace/core/model/library';
import { importTable, type ImportKind } from '../src/import/import-table.ts';
import { judgingTables } from '../src/tables/judging-tables.ts';
import { openTables } from '../src/tables/open-tables.ts';

/** A file of an agency: its kind, its name and its lines. */
export type AgencyFile = readonly [ImportKind, string, readonly string[]];

/** The edits of a library beside invented files of the agencies, imported into a folder of their own. */
export async function lawWithFiles(
  library: Library,
  files: readonly AgencyFile[],
  options: { readonly edition?: string } = {},
): Promise<PreparedEdits> {
  const directory = mkdtempSync(join(tmpdir(), 'interspace-imported-law-'));
  for (const [kind, name, lines] of files) {
    const path = join(directory, name);
    writeFileSync(path, lines.map((line) => `${line}\r\n`).join(''));
    const imported = await importTable(kind, [path], { directory, setting: 'practitioner', ...options });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  }
  return prepareEdits(library, judgingTables(openTables(directory)));
}
