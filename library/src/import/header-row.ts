import type { ImportJob } from './job.ts';
import { wrongFile } from './refusal.ts';
import { type Row, RowReader, label } from './rows.ts';
import type { Member } from './source.ts';

/** A table with named columns: the rows after its header, and where each wanted column lies. */
export interface Headed<Name extends string> {
  readonly rows: readonly Row[];
  readonly column: Readonly<Record<Name, number>>;
  readonly width: number;
  readonly unterminated: boolean;
  readonly labels: readonly string[];
}

/** The wanted columns and the labels (after `label`) each may have; one that may be absent says so. */
export type Wanted<Name extends string> = Readonly<
  Record<Name, { readonly labels: readonly RegExp[]; readonly optional?: true }>
>;

const DEEPEST_HEADER = 60;

/** Finds the header wherever it stands below its preamble, and binds columns by label, never by position. */
export async function readHeaded<Name extends string>(
  member: Member,
  wanted: Wanted<Name>,
  what: string,
): Promise<Headed<Name>> {
  const reader = new RowReader(member);
  const rows = await reader.all();
  for (const [index, row] of rows.slice(0, DEEPEST_HEADER).entries()) {
    const column = bind(row.cells.map(label), wanted);
    if (column)
      return {
        rows: rows.slice(index + 1),
        column,
        width: row.cells.length,
        unterminated: reader.unterminated,
        labels: row.cells.map(label),
      };
  }
  const names = Object.keys(wanted).join(', ');
  throw wrongFile(member.at, `This is not ${what}: no line has the column labels for ${names}.`);
}

export function bind<Name extends string>(
  labels: readonly string[],
  wanted: Wanted<Name>,
): Record<Name, number> | undefined {
  const column: Partial<Record<Name, number>> = {};
  for (const [name, { labels: accepted, optional }] of Object.entries(wanted) as [Name, Wanted<Name>[Name]][]) {
    const at = labels.findIndex((text) => accepted.some((pattern) => pattern.test(text)));
    if (at < 0 && !optional) return undefined;
    column[name] = at;
  }
  return column as Record<Name, number>;
}

export function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}

/** A warning for a last line without its end in a small table whose last row reads as a whole one. */
export function warnUnterminated(job: ImportJob, member: Member, unterminated: boolean): void {
  if (!unterminated) return;
  job.warn({
    code: 'library/import/no-final-line-end',
    message: 'The last line has no line end; it reads as a whole row, but the file may be cut off after it.',
    at: member.at,
  });
}
