import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Issue } from '@interspace/core/model/result';
import type { EditionInfo } from '@interspace/library/tables/editions';
import { complain, refuse } from '../complain.ts';
import type { ExitCode } from '../exit.ts';
import { suggestion } from '../input/did-you-mean.ts';
import { write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { pad } from '../render/layout.ts';
import { count } from '@interspace/core/review/words';

export interface TableOptions {
  readonly tables?: string;
  readonly edition?: string;
  readonly effective?: string;
  readonly setting?: string;
  readonly acceptSmaller?: boolean;
  readonly color?: boolean;
}

/** `library import <kind> <files…>`: an agency's files become one edition, whole or not at all. */
export async function importTables(
  kind: string,
  files: readonly string[],
  options: TableOptions,
  io: Io,
): Promise<ExitCode> {
  const [{ IMPORT_KINDS, importTable, isImportKind }, { isIsoDate }, { whoAsks }] = await Promise.all([
    import('@interspace/library/import/import-table'),
    import('@interspace/core/model/date'),
    import('@interspace/library/tables/judging-tables'),
  ]);
  if (!isImportKind(kind)) {
    const known = `Known: ${IMPORT_KINDS.join(', ')}.`;
    return refuse(
      [issue('cli/option/invalid', `There is no table called "${kind}". ${known}${suggestion(kind, IMPORT_KINDS)}`)],
      io,
      options.color,
    );
  }
  const { effective, setting } = options;
  if (effective !== undefined && !isIsoDate(effective))
    return refuse(
      [issue('cli/option/invalid', `--effective ${effective}: a date is written YYYY-MM-DD.`)],
      io,
      options.color,
    );
  if (setting !== undefined && setting !== 'practitioner' && setting !== 'hospital' && setting !== 'dme')
    return refuse(
      [issue('cli/option/invalid', `--setting ${setting}: must be practitioner, hospital or dme.`)],
      io,
      options.color,
    );
  const progress = io.stderr.isTTY === true;
  const result = await importTable(kind, files, {
    ...(options.tables === undefined ? {} : { directory: resolve(options.tables) }),
    ...(options.edition === undefined ? {} : { edition: options.edition }),
    ...(effective === undefined ? {} : { effective }),
    ...(setting === undefined ? {} : { setting }),
    acceptSmaller: options.acceptSmaller === true,
    onProgress: (rows) => void (progress && io.stderr.write(`\r${kind}: ${rows.toLocaleString('en-US')} rows read`)),
  });
  if (progress) io.stderr.write('\r\u001B[K');
  if (!result.ok) return refuse(result.issues, io, options.color);
  await complain(result.issues, io, options.color);
  for (const edition of result.value) await write(io.stdout, `${inWords(edition, whoAsks(edition.kind))}\n`);
  if (result.value.length === 0) await write(io.stdout, 'Nothing new: the editions in use are the same or newer.\n');
  return 0;
}

/** `library tables`: the editions that are imported, and with `--verify` whether every byte is as it was written. */
export async function listTables(options: TableOptions & { verify?: boolean }, io: Io): Promise<ExitCode> {
  const [{ listEditions }, { defaultTablesDirectory }, { verifyTables }, { whoAsks }] = await Promise.all([
    import('@interspace/library/tables/editions'),
    import('@interspace/library/tables/directory'),
    import('@interspace/library/tables/verify'),
    import('@interspace/library/tables/judging-tables'),
  ]);
  const directory = options.tables === undefined ? defaultTablesDirectory() : resolve(options.tables);
  if (options.tables !== undefined && statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true)
    return refuse(
      [issue('cli/input/not-found', 'There is no such folder of tables.', { at: directory })],
      io,
      options.color,
    );
  const unread: Issue[] = [];
  const editions = listEditions(directory, (one) => unread.push(one));
  // Whoever reads every byte is told by that.
  if (options.verify !== true) await complain(unread, io, options.color);
  for (const edition of editions) await write(io.stdout, `${inWords(edition, whoAsks(edition.kind))}\n`);
  await write(
    io.stdout,
    editions.length === 0
      ? `No agency table is imported in ${directory}; the tables of the library itself are used (see \`interspace library import --help\`).\n`
      : `${count(editions.length, 'edition')} in ${directory}\n`,
  );
  if (options.verify !== true) return unread.length === 0 ? 0 : 1;
  const { checked, issues } = verifyTables(directory);
  await complain(issues, io, options.color);
  await write(io.stdout, `${count(checked, 'table')} read to the last byte, ${count(issues.length, 'damaged one')}\n`);
  return issues.length === 0 ? 0 : 1;
}

function inWords(edition: EditionInfo, asked: string): string {
  const { from, through } = edition.effective;
  const rows = Object.entries(edition.counts)
    .map(([name, number]) => `${number.toLocaleString('en-US')} ${name}`)
    .join(', ');
  return `${pad(edition.kind, 21)} ${pad(edition.edition, 10)} ${from} to ${pad(through ?? 'open', 10)}  ${rows}${asked === '' ? '' : ` (${asked})`}`;
}
