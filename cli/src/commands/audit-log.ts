import { dirname, resolve } from 'node:path';
import type { AuditVerification } from '@interspace/server/audit-log/verify';
import type { OpenDatabase } from '@interspace/server/store/open-database';
import { refuse } from '../complain.ts';
import type { ExitCode } from '../exit.ts';
import { write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { count } from '@interspace/core/review/words';

export interface AuditLogOptions {
  readonly home?: string;
  readonly format?: string;
  readonly expect?: string;
  readonly from?: string;
  readonly through?: string;
  readonly color?: boolean;
}

/** `audit-log verify`: whether the log and the records still are what was written. Exit 1 when they are not. */
export async function verifyAudit(options: AuditLogOptions, io: Io): Promise<ExitCode> {
  const [{ verifyAuditLog }, { readAnchors }] = await Promise.all([
    import('@interspace/server/audit-log/verify'),
    import('@interspace/server/audit-log/anchors'),
  ]);
  return onDatabase(options, io, async ({ db }, folder) => {
    const found = await verifyAuditLog(db, { anchors: readAnchors(folder) });
    const { expect } = options;
    const missed = expect !== undefined && !found.chains.some(({ last }) => last === expect);
    if (options.format === 'json')
      await write(
        io.stdout,
        `${JSON.stringify({ ...found, ...(expect === undefined ? {} : { expected: !missed }) })}\n`,
      );
    else await write(io.stdout, inWords(found, missed ? expect : undefined));
    return found.intact && !missed ? 0 : 1;
  });
}

/** `audit-log export`: every entry as a line, oldest first. */
export async function exportAudit(options: AuditLogOptions, io: Io): Promise<ExitCode> {
  const { format = 'jsonl' } = options;
  if (format !== 'jsonl' && format !== 'csv')
    return refuse([issue('cli/option/invalid', `--format ${format}: must be jsonl or csv.`)], io, options.color);
  const { isIsoDate } = await import('@interspace/core/model/date');
  for (const [name, value] of [
    ['from', options.from],
    ['through', options.through],
  ])
    if (value !== undefined && !isIsoDate(value))
      return refuse(
        [issue('cli/option/invalid', `--${name} ${value}: a date is written YYYY-MM-DD.`)],
        io,
        options.color,
      );
  const { exportAuditLog, entryAsLine, EXPORT_COLUMNS } = await import('@interspace/server/audit-log/export');
  return onDatabase(options, io, async ({ db }) => {
    if (format === 'csv') await write(io.stdout, `${EXPORT_COLUMNS.join(',')}\n`);
    for await (const rows of exportAuditLog(db, { from: options.from, through: options.through }))
      await write(io.stdout, rows.map((row) => `${entryAsLine(row, format)}\n`).join(''));
    return 0;
  });
}

/** Opens the database of a stopped or a running server, and leaves it as it was. */
async function onDatabase(
  options: AuditLogOptions,
  io: Io,
  work: (open: OpenDatabase, folder: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const [{ openDatabase }, { StoreError }, { defaultTablesDirectory }] = await Promise.all([
    import('@interspace/server/store/open-database'),
    import('@interspace/server/store/store-error'),
    import('@interspace/library/tables/directory'),
  ]);
  const folder = resolve(options.home ?? dirname(defaultTablesDirectory({ ...io.env })));
  const url = io.env['DATABASE_URL'] || undefined;
  let open: OpenDatabase | undefined;
  try {
    open = await openDatabase({
      url,
      folder,
      migrate: false,
      existing: true,
      log: (line) => void io.stderr.write(`${line}\n`),
    });
    return await work(open, folder);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return await refuse([error.issue], io, options.color);
  } finally {
    await open?.close();
  }
}

function inWords({ chains, entries, records, broken, intact }: AuditVerification, missed: string | undefined): string {
  const lines = [
    `${count(entries, 'entry', 'entries')} in ${count(chains.length, 'chain')}, ${count(records, 'decision record')}: ${
      intact ? 'intact' : `${count(broken.length, 'place')} broken`
    }`,
    ...broken.map(({ practice, sequence, why }) => `  practice ${practice}, entry ${sequence}: ${why}`),
    ...(missed === undefined
      ? []
      : [`No chain ends with ${missed}: entries were added since, or the end was cut off.`]),
    ...chains.map(({ practice, sequence, last }) => `practice ${practice} ends with entry ${sequence}: ${last}`),
  ];
  return `${lines.join('\n')}\n`;
}
