import { NO_FIRST_DAY, NO_LAST_DAY } from '@interspace/core/edits/agency/pair-table';
import { packCode, unpackCode } from '@interspace/core/edits/agency/packed-code';
import { TableWriter } from '../tables/table-writer.ts';
import { dayFromOrdinal } from './dates.ts';
import { nameEdition, quarterFromName } from './edition-name.ts';
import { type Bare, type Wanted, isBlank, readHeaded, warnUnterminated } from './header-row.ts';
import type { BuiltTable, ImportJob } from './job.ts';
import { LineReader } from './lines.ts';
import { RowFaults, truncatedFile, wrongFile } from './refusal.ts';
import type { Member } from './source.ts';
import { judgeExtent } from './whole-list.ts';

const COLUMNS: Wanted<'type' | 'addOn' | 'primary' | 'addOnEnd' | 'primaryEnd' | 'from' | 'through'> = {
  type: { labels: [/^aoc edit type$/] },
  addOn: { labels: [/^add on code$/] },
  primary: { labels: [/^primary code$/] },
  addOnEnd: { labels: [/^aoc del ?dt/], optional: true },
  primaryEnd: { labels: [/^primary code del ?dt/], optional: true },
  from: { labels: [/^aoc edit eff ?dt/], optional: true },
  through: { labels: [/^aoc edit del ?dt/], optional: true },
};

const BARE: Bare<keyof typeof COLUMNS> = {
  columns: ['type', 'addOn', 'addOnEnd', 'primary', 'primaryEnd', 'from', 'through'],
  row: [/^[123]$/, /^[0-9A-Z]{5}$/, /^\d{0,7}$/, /^[0-9A-Z]{5}$/, /^\d{0,7}$/, /^\d{0,7}$/],
};

/** The primary column of type 2 and some type 3 rows: the contractor says which primaries it accepts. */
const CONTRACTOR = 'CCCCC';
const NO_PRIMARY = -2;

/** Type, add-on, its end, primary, its end, first and last day of the relation, notes: no separators, no header. */
const FIXED = /^([123])([0-9A-Z]{5})([ 0-9]{7})([0-9A-Z]{5})([ 0-9]{7})([ 0-9]{7})([ 0-9]{0,7})(.*)$/;

interface Relation {
  readonly addOn: number;
  readonly primary: number;
  readonly type: number;
  readonly from: number;
  readonly through: number;
}

interface RawRelation {
  readonly type: string;
  readonly addOn: string;
  readonly primary: string;
  readonly ends: readonly string[];
  readonly from: string | undefined;
}

/** Add-on code edits. The newest full replacement stands alone; give one file. */
export async function importAddOns(job: ImportJob): Promise<readonly BuiltTable[]> {
  // The archive holds the fixed-width text and a workbook with the same rows under another name.
  const flat = job.members.filter(({ name }) => /-F-/i.test(name));
  const [member, ...others] = flat.length === 1 ? flat : job.members;
  if (!member || others.length > 0)
    throw wrongFile(job.names[0] ?? '', 'Every add-on file is a full replacement: give one at a time.');
  const faults = new RowFaults();
  const relations: Relation[] = [];
  for await (const { raw, at } of rawRelations(job, member, faults)) {
    const relation = relationFrom(raw, at, faults);
    if (relation) relations.push(relation);
  }
  faults.throwIfAny(member.at);
  if (relations.length === 0) throw wrongFile(member.at, 'The file holds no add-on relation.');
  judgeExtent(
    job,
    member.at,
    'aoc',
    relations.map(({ addOn }) => unpackCode(addOn)),
  );
  return [build(job, member, relations)];
}

async function* rawRelations(
  job: ImportJob,
  member: Member,
  faults: RowFaults,
): AsyncGenerator<{ raw: RawRelation; at: string }> {
  if (member.form === 'text' && (await isFixedWidth(member))) {
    yield* fixedRelations(job, member, faults);
    return;
  }
  const { rows, column, unterminated } = await readHeaded(member, COLUMNS, 'an add-on code file', BARE);
  for (const row of rows) {
    if (isBlank(row)) continue;
    const cell = (at: number) => (at < 0 ? '' : (row.cells[at] ?? '').trim());
    const raw = {
      type: cell(column.type),
      addOn: cell(column.addOn),
      primary: cell(column.primary),
      ends: [cell(column.addOnEnd), cell(column.primaryEnd), cell(column.through)],
      from: column.from < 0 ? undefined : cell(column.from),
    };
    yield { raw, at: `${member.at}:${row.line}` };
  }
  warnUnterminated(job, member, unterminated);
}

async function isFixedWidth(member: Member): Promise<boolean> {
  for await (const { lines } of new LineReader(member).batches())
    return lines.slice(0, 5).some((line) => FIXED.test(line));
  return false;
}

async function* fixedRelations(
  job: ImportJob,
  member: Member,
  faults: RowFaults,
): AsyncGenerator<{ raw: RawRelation; at: string }> {
  const reader = new LineReader(member);
  let shortLast = false;
  for await (const { lines, first } of reader.batches()) {
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || line === '\u001a') continue;
      const at = `${member.at}:${first + index}`;
      const found = FIXED.exec(line.padEnd(39));
      shortLast = line.length < 32;
      if (!found) faults.add(at, 'The line does not have the fixed-width layout of the add-on file.');
      else
        yield {
          raw: {
            type: found[1]!,
            addOn: found[2]!,
            primary: found[4]!,
            ends: [found[3]!, found[5]!, found[7]!],
            from: found[6]!,
          },
          at,
        };
    }
  }
  if (reader.unterminated && shortLast)
    throw truncatedFile(member.at, 'The last line stops in the middle: the file is cut off.');
  warnUnterminated(job, member, reader.unterminated);
}

function relationFrom(raw: RawRelation, at: string, faults: RowFaults): Relation | undefined {
  const addOn = packCode(raw.addOn);
  const primary = raw.primary === CONTRACTOR ? NO_PRIMARY : packCode(raw.primary);
  const ends = raw.ends.map(dayFromOrdinal);
  const first = raw.from === undefined || raw.from.trim() === '' ? NO_FIRST_DAY : dayFromOrdinal(raw.from);
  const from = first === NO_LAST_DAY ? NO_FIRST_DAY : first;
  if (!/^[123]$/.test(raw.type)) faults.add(at, `The edit type is "${raw.type}"; it can only be 1, 2 or 3.`);
  else if (addOn < 0 || primary === -1)
    faults.add(at, `"${raw.addOn}" and "${raw.primary}" are not both five-character codes.`);
  else if (Number.isNaN(from) || ends.some(Number.isNaN))
    faults.add(at, 'A date of the row is not a year and a day of the year (such as 2026091).');
  // The relation ends with whichever of the three ends first: the edit, the add-on code or the primary code.
  else return { addOn, primary, type: Number(raw.type), from, through: Math.min(...ends) };
  return undefined;
}

function build(job: ImportJob, member: Member, relations: readonly Relation[]): BuiltTable {
  const sorted = relations.toSorted((a, b) => a.addOn - b.addOn || a.primary - b.primary || b.from - a.from);
  const codes = [...new Set(sorted.map((relation) => relation.addOn))];
  const offsets = new Uint32Array(codes.length + 1);
  let row = 0;
  for (const [id, code] of codes.entries()) {
    while (sorted[row]?.addOn === code) row++;
    offsets[id + 1] = row;
  }
  return {
    kind: 'aoc',
    name: nameEdition(job.options, [member.name, ...job.names], quarterFromName),
    counts: { rows: sorted.length, codes: codes.length },
    attributes: {},
    writer: new TableWriter()
      .add('codes', Int32Array.from(codes))
      .add('offsets', offsets)
      .add(
        'primary',
        Int32Array.from(sorted, (relation) => relation.primary),
      )
      .add(
        'type',
        Uint8Array.from(sorted, (relation) => relation.type),
      )
      .add(
        'from',
        Int32Array.from(sorted, (relation) => relation.from),
      )
      .add(
        'through',
        Int32Array.from(sorted, (relation) => relation.through),
      ),
  };
}
