import type { TableKind } from '../tables/directory.ts';
import { TableWriter } from '../tables/table-writer.ts';
import { calendarYear, nameEdition, yearFromName } from './edition-name.ts';
import { type Wanted, bind } from './header-row.ts';
import { type BuiltTable, type ImportJob, pick } from './job.ts';
import { fixedPoint } from './pprrvu-rows.ts';
import { RowFaults, wrongFile } from './refusal.ts';
import { type Row, RowReader, label } from './rows.ts';
import type { Member } from './source.ts';
import { judgeExtent } from './whole-list.ts';

interface Locality {
  readonly key: string;
  readonly name: string;
  readonly values: readonly number[];
}

const INDICES: Wanted<'carrier' | 'locality' | 'name' | 'work' | 'expense' | 'malpractice'> = {
  carrier: { labels: [/^medicare admin/] },
  locality: { labels: [/^locality number$/] },
  name: { labels: [/^locality name$/] },
  // With the floor of 1.0 where the file gives both: that is what claims are paid with.
  work: { labels: [/^\d{4} pw gpci with 1/, /^\d{4} pw gpci/] },
  expense: { labels: [/^\d{4} pe gpci/] },
  malpractice: { labels: [/^\d{4} mp gpci/] },
};

const ANESTHESIA: Wanted<'carrier' | 'locality' | 'name' | 'factor'> = {
  carrier: { labels: [/^contractor$/] },
  locality: { labels: [/^locality$/] },
  name: { labels: [/^locality name$/] },
  factor: { labels: [/anes cf/, /conversion factor/] },
};

/** The text form: carrier, state, locality, name, three indices, separated by blanks. */
const TEXT_ROW = /^(\d{5})\s+[A-Z]{2}\s+(\d{2})\s+(\S.*?)\s+(\d\.\d{3})\s+(\d\.\d{3})\s+(\d\.\d{3})\s*$/;

/** Geographic cost indices by locality. */
export async function importIndices(job: ImportJob): Promise<readonly BuiltTable[]> {
  const member = one(job, /gpci/i);
  const rows = await new RowReader(member).all();
  const faults = new RowFaults();
  const text = rows
    .map((row) => ({ row, found: TEXT_ROW.exec(row.cells.join(',')) }))
    .filter(({ found }) => found !== null);
  const localities =
    text.length > 0
      ? text.map(({ found }) => ({
          key: keyOf(found![1]!, found![2]!),
          name: found![3]!,
          values: found!.slice(4, 7).map((value) => fixedPoint(value, 3)),
        }))
      : fromColumns(
          member,
          rows,
          INDICES,
          ['work', 'expense', 'malpractice'],
          3,
          faults,
          'a file of geographic cost indices (GPCI)',
        );
  return [build(job, member, 'gpci', localities, faults)];
}

/** Anesthesia conversion factors by locality. */
export async function importAnesthesia(job: ImportJob): Promise<readonly BuiltTable[]> {
  const member = one(job, /anes/i);
  const faults = new RowFaults();
  const rows = await new RowReader(member).all();
  const localities = fromColumns(
    member,
    rows,
    ANESTHESIA,
    ['factor'],
    4,
    faults,
    'a file of anesthesia conversion factors',
  );
  return [build(job, member, 'anes', localities, faults)];
}

function one(job: ImportJob, wanted: RegExp): Member {
  const [member, ...others] = pick(job, wanted);
  if (!member || others.length > 0) throw wrongFile(job.names[0] ?? '', 'Give one file of this kind.');
  return member;
}

function fromColumns<Name extends string>(
  member: Member,
  rows: readonly Row[],
  wanted: Wanted<Name | 'carrier' | 'locality' | 'name'>,
  values: readonly Name[],
  places: number,
  faults: RowFaults,
  what: string,
): Locality[] {
  const header = rows.findIndex((row) => bind(row.cells.map(label), wanted) !== undefined);
  if (header < 0) throw wrongFile(member.at, `This is not ${what}: its column labels are not there.`);
  const column = bind(rows[header]!.cells.map(label), wanted)!;
  const localities: Locality[] = [];
  for (const row of rows.slice(header + 1)) {
    const cell = (name: Name | 'carrier' | 'locality' | 'name') => (row.cells[column[name]] ?? '').trim();
    // Footnotes stand below the rows; a row begins with the number of a contractor.
    if (!/^\d{4,5}$/.test(cell('carrier'))) continue;
    const numbers = values.map((name) => (cell(name) === '' ? Number.NaN : fixedPoint(cell(name), places)));
    if (numbers.some(Number.isNaN))
      faults.add(
        `${member.at}:${row.line}`,
        `A value of ${cell('name')} is not a number with at most ${places} places.`,
      );
    else localities.push({ key: keyOf(cell('carrier'), cell('locality')), name: cell('name'), values: numbers });
  }
  return localities;
}

/** Spreadsheets drop leading zeros of both numbers. */
function keyOf(carrier: string, locality: string): string {
  return `${carrier.padStart(5, '0')}/${locality.padStart(2, '0')}`;
}

function build(
  job: ImportJob,
  member: Member,
  kind: TableKind,
  localities: readonly Locality[],
  faults: RowFaults,
): BuiltTable {
  faults.throwIfAny(member.at);
  if (localities.length === 0) throw wrongFile(member.at, 'The file holds no locality.');
  if (new Set(localities.map(({ key }) => key)).size < localities.length)
    throw wrongFile(member.at, 'A locality stands twice in the file.');
  judgeExtent(
    job,
    member.at,
    'localities',
    localities.map((locality) => locality.name),
  );
  const name = nameEdition(job.options, [member.name, ...job.names], (text) => {
    const year = yearFromName(text.replace(/(\D)(20\d{2})/g, '$1 $2'));
    return year === undefined ? undefined : calendarYear(year);
  });
  return {
    kind,
    name,
    counts: { rows: localities.length },
    attributes: {},
    writer: new TableWriter()
      .addTexts(
        'keys',
        localities.map(({ key }) => key),
      )
      .addTexts(
        'names',
        localities.map((locality) => locality.name),
      )
      .add('values', Int32Array.from(localities.flatMap(({ values }) => values))),
  };
}
