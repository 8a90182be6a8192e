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

/** What the columns are in a copy without its header line, and how a row of it is known. */
export interface Bare<Name extends string> {
  readonly columns: readonly Name[];
  readonly row: readonly RegExp[];
}

const DEEPEST_HEADER = 60;

/** Finds the header wherever it stands below its preamble and binds columns by label; by place only where a file has no header at all. */
export async function readHeaded<Name extends string>(
  member: Member,
  wanted: Wanted<Name>,
  what: string,
  bare?: Bare<Name>,
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
  const found = bare && withoutHeader(rows, bare);
  if (found) return { ...found, unterminated: reader.unterminated, labels: [] };
  const needed = (Object.keys(wanted) as Name[]).filter((name) => !wanted[name].optional);
  throw wrongFile(member.at, `This is not ${what}: no line has the column labels for ${needed.join(', ')}.`);
}

/** A notice may stand above the rows; the first line that fills the columns must be a row. */
function withoutHeader<Name extends string>(
  rows: readonly Row[],
  { columns, row }: Bare<Name>,
): Pick<Headed<Name>, 'rows' | 'column' | 'width'> | undefined {
  const first = rows
    .slice(0, DEEPEST_HEADER)
    .findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= Math.min(3, columns.length));
  const { cells = [] } = rows[first] ?? {};
  if (cells.length < row.length || !row.every((pattern, at) => pattern.test(cells[at]!.trim()))) return undefined;
  const column = Object.fromEntries(columns.map((name, at) => [name, at])) as Record<Name, number>;
  return { rows: rows.slice(first), column, width: cells.length };
}

export function bind<Name extends string>(
  labels: readonly string[],
  wanted: Wanted<Name>,
): Record<Name, number> | undefined {
  const column: Partial<Record<Name, number>> = {};
  for (const [name, { labels: accepted, optional }] of Object.entries(wanted) as [Name, Wanted<Name>[Name]][]) {
    // Of several columns that would do, that of the first pattern.
    const found = accepted.map((pattern) => labels.findIndex((text) => pattern.test(text))).filter((at) => at >= 0);
    if (found.length === 0 && !optional) return undefined;
    column[name] = found[0] ?? -1;
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
