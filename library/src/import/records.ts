import { date } from '@interspace/core/model/date';
import type { TableKind } from '../tables/directory.ts';
import { TableWriter } from '../tables/table-writer.ts';
import { isoOrThrow } from './dates.ts';
import { type EditionName, nameEdition } from './edition-name.ts';
import { type Wanted, isBlank, readHeaded, warnUnterminated } from './header-row.ts';
import type { BuiltTable, ImportJob, Importer } from './job.ts';
import { RowFaults, wrongFile } from './refusal.ts';
import { judgeExtent } from './whole-list.ts';

/** A small code list: which columns are kept (the first is the key) and what the key looks like. */
interface RecordList<Name extends string> {
  readonly kind: TableKind;
  /** What a whole list begins and ends with, where that is known. */
  readonly extent?: 'pos' | 'taxonomy' | 'carc-rarc' | 'modifiers';
  readonly what: string;
  readonly columns: Wanted<Name>;
  readonly key: RegExp;
  readonly pad?: number;
  /** What a column of every row looks like, where other lists have the same labels. */
  readonly holds?: readonly [column: Name, like: RegExp];
}

/** Texts that belong to X12 are not kept: the code, its list and its dates are. */
const REASONS: RecordList<'code' | 'list' | 'start' | 'modified' | 'stop'> = {
  kind: 'carc-rarc',
  extent: 'carc-rarc',
  what: 'a list of adjustment reason and remark codes',
  key: /^[0-9A-Z]{1,5}$/,
  holds: ['list', /^(carc|rarc|group|claim adjustment|remittance advice|remark)/i],
  columns: {
    code: { labels: [/^adj code$/, /^code$/] },
    list: { labels: [/^adj type$/, /^(code )?type$/] },
    start: { labels: [/^adj start date$/, /^start( date)?$/], optional: true },
    modified: { labels: [/^adj last modified$/, /^last modified$/], optional: true },
    stop: { labels: [/^adj end date$/, /^(stop|end)( date)?$/], optional: true },
  },
};

const PLACES: RecordList<'code' | 'setting' | 'name'> = {
  kind: 'pos',
  extent: 'pos',
  what: 'a list of places of service',
  key: /^\d{2}$/,
  pad: 2,
  columns: {
    code: { labels: [/^pos code$/, /^place of service code( s)?$/] },
    setting: { labels: [/^pos type$/, /^type$/, /^payment rate/], optional: true },
    name: { labels: [/^pos name$/, /^place of service name$/] },
  },
};

/** Descriptions of CPT modifiers are licensed text; the list they belong to and their group are not. */
const MODIFIERS: RecordList<'code' | 'list' | 'group'> = {
  kind: 'modifiers',
  extent: 'modifiers',
  what: 'a list of modifiers',
  key: /^[0-9A-Z]{2}$/,
  pad: 2,
  columns: {
    code: { labels: [/^code$/, /^modifier( code)?$/] },
    list: { labels: [/^type$/] },
    group: { labels: [/^category$/], optional: true },
  },
};

const TAXONOMY: RecordList<'code' | 'grouping' | 'classification' | 'specialization' | 'section'> = {
  kind: 'taxonomy',
  extent: 'taxonomy',
  what: 'the provider taxonomy',
  key: /^[0-9A-Z]{9}X$/,
  columns: {
    code: { labels: [/^code$/] },
    grouping: { labels: [/^grouping$/] },
    classification: { labels: [/^classification$/] },
    specialization: { labels: [/^specialization$/] },
    section: { labels: [/^section$/], optional: true },
  },
};

/** Keyed by taxonomy: that is what a claim carries. */
const SPECIALTY: RecordList<'taxonomy' | 'specialty' | 'name'> = {
  kind: 'specialty',
  what: 'the crosswalk from taxonomy to Medicare specialty',
  key: /^[0-9A-Z]{9}X$/,
  columns: {
    taxonomy: { labels: [/^provider taxonomy code$/] },
    specialty: { labels: [/^medicare specialty code$/] },
    name: { labels: [/^medicare provider supplier type/], optional: true },
  },
};

export const importReasons = recordImporter(REASONS);
export const importPlaces = recordImporter(PLACES);
export const importModifiers = recordImporter(MODIFIERS);
export const importTaxonomy = recordImporter(TAXONOMY);
export const importSpecialties = recordImporter(SPECIALTY);

function recordImporter<Name extends string>(list: RecordList<Name>): Importer {
  return async (job) => [await importRecords(job, list)];
}

async function importRecords<Name extends string>(job: ImportJob, list: RecordList<Name>): Promise<BuiltTable> {
  const names = Object.keys(list.columns) as Name[];
  const [key] = names;
  const faults = new RowFaults();
  const records: Record<Name, string>[] = [];
  for (const member of job.members) {
    const { rows, column: place, unterminated } = await readHeaded(member, list.columns, list.what);
    for (const row of rows) {
      if (isBlank(row)) continue;
      const record = Object.fromEntries(
        names.map((name) => [name, place[name] < 0 ? '' : (row.cells[place[name]] ?? '').trim()]),
      ) as Record<Name, string>;
      if (list.pad !== undefined) record[key!] = record[key!].padStart(list.pad, '0');
      const [column, like] = list.holds ?? [];
      if (column !== undefined && record[key!] !== '' && !like!.test(record[column]))
        throw wrongFile(`${member.at}:${row.line}`, `This is not ${list.what}: a row of it is of "${record[column]}".`);
      // Footnotes and blank keys (specialties without a taxonomy) are not rows; something else in the key column is a fault.
      if (list.key.test(record[key!])) records.push(record);
      else if (record[key!] !== '' && /^[0-9A-Z]+$/.test(record[key!]))
        faults.add(`${member.at}:${row.line}`, `"${record[key!]}" does not look like a code of this list.`);
    }
    warnUnterminated(job, member, unterminated);
    faults.throwIfAny(member.at);
  }
  if (records.length === 0) throw wrongFile(job.names[0] ?? '', `The file holds no row of ${list.what}.`);
  if (list.extent !== undefined)
    judgeExtent(
      job,
      job.members[0]!.at,
      list.extent,
      records.map((record) => record[key!]),
    );
  records.sort((a, b) => (a[key!] < b[key!] ? -1 : a[key!] > b[key!] ? 1 : 0));
  const writer = new TableWriter();
  for (const name of names)
    writer.addTexts(
      name,
      records.map((record) => record[name]),
    );
  return {
    kind: list.kind,
    name: nameEdition(job.options, [...job.names, UNDATED], listEdition),
    counts: { rows: records.length, codes: new Set(records.map((record) => record[key!])).size },
    attributes: { fields: names },
    writer,
  };
}

/** Small lists often carry no date at all: then they hold for every date of service. */
const UNDATED = 'undated list';

/** `_2024-06`, `_2023-12-31`, `taxonomy_251` (version 25.1, in force from October). */
function listEdition(name: string): EditionName | undefined {
  const full = /(20\d{2}-\d{2}-\d{2})/.exec(name);
  if (full) return { edition: full[1]!, from: isoOrThrow(full[1]!) };
  const month = /(20\d{2})-(0[1-9]|1[0-2])(?!\d)/.exec(name);
  if (month) return { edition: `${month[1]}-${month[2]}`, from: isoOrThrow(`${month[1]}-${month[2]}-01`) };
  const version = /taxonomy_?(\d{2})([01])(?!\d)/i.exec(name);
  if (version)
    return {
      edition: `${version[1]}.${version[2]}`,
      from: isoOrThrow(`20${version[1]}-${version[2] === '0' ? '04' : '10'}-01`),
    };
  return name === UNDATED ? { edition: 'undated', from: date('1990-01-01') } : undefined;
}
