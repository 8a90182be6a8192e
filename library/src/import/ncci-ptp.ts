import { MOST_RATIONALES, NO_FIRST_DAY } from '@interspace/core/edits/agency/pair-table';
import { dayFrom } from './dates.ts';
import { nameEdition, quarterFromName } from './edition-name.ts';
import { warnUnterminated } from './header-row.ts';
import { type BuiltTable, type ImportJob, settingFromName, settingOf } from './job.ts';
import { LineReader } from './lines.ts';
import { PairCollector } from './pair-collector.ts';
import { Refusal, RowFaults, type TableIssue, truncatedFile, wrongFile } from './refusal.ts';
import { delimiterOf, label, quoted } from './rows.ts';
import { sheetRows } from './sheet.ts';
import type { Member } from './source.ts';
import { judgeExtent } from './whole-list.ts';

const CODE = /^[0-9A-Z]{5}$/;

/** Places of the fields after the two codes. The agency's own file has these seven columns and a wrapped header. */
interface Columns {
  readonly prior?: number;
  readonly from?: number;
  readonly through: number;
  readonly indicator: number;
  readonly rationale: number;
  readonly width: number;
}
const PUBLISHED: Columns = { prior: 2, from: 3, through: 4, indicator: 5, rationale: 6, width: 7 };

/** The agency's labels for its reasons, as they stand in the 2024Q3 files. */
const RATIONALES: ReadonlySet<string> = new Set([
  'Anesthesia service included in surgical procedure',
  'CPT Manual or CMS manual coding instruction',
  'CPT Separate procedure definition',
  'Gender-specific procedures',
  'HCPCS/CPT procedure code definition',
  'Laboratory panel',
  'Misuse of Column Two code with Column One code',
  'More extensive procedure',
  'Mutually exclusive procedures',
  'Sequential procedure',
  'Standard preparation/monitoring services for anesthesia',
  'Standards of medical/surgical practice',
]);

/** Procedure-to-procedure edits, practitioner or hospital; all parts of a quarter in one import. */
export async function importPairs(job: ImportJob): Promise<readonly BuiltTable[]> {
  const reading = new PairReading(job);
  for (const member of job.members) await reading.read(member);
  return [reading.finish()];
}

class PairReading {
  readonly #job: ImportJob;
  readonly #pairs = new PairCollector();
  readonly #faults = new RowFaults();
  /** Everything after the two codes, as written → facts. A few thousand texts stand for millions of rows. */
  readonly #known = new Map<string, number>();
  /** The same facts however they are written: rows of a workbook or in quotes have no tail to know them by. */
  readonly #facts = new Map<string, number>();
  readonly #rationales = new Map<string, number>();
  /** The rationale that was first seen last: a cut-off one would be it. */
  #lastNew = '';

  constructor(job: ImportJob) {
    this.#job = job;
  }

  async read(member: Member): Promise<void> {
    const before = this.#pairs.rows;
    if (member.form === 'workbook') await this.#readSheet(member);
    else await this.#readText(member);
    if (this.#pairs.rows > before) this.#faults.throwIfAny(member.at);
    else
      throw wrongFile(
        member.at,
        'No row of this file begins with two five-character codes: it is not a table of code pairs.',
        'Take ccipra-…-f1 to -f4 (practitioner) or ccioph-…-f1 to -f4 (hospital).',
      );
  }

  async #readText(member: Member): Promise<void> {
    const reader = new LineReader(member);
    const before = this.#pairs.rows;
    let delimiter = '';
    let columns: Columns | undefined;
    let last = '';
    for await (const { lines, first } of reader.batches()) {
      delimiter ||= delimiterOf(lines);
      const code = delimiter.charCodeAt(0);
      for (let index = 0; index < lines.length; index++) {
        const line = lines[index]!;
        if (line.charCodeAt(5) === code && line.charCodeAt(11) === code && columns !== undefined) {
          const known = this.#known.get(line.slice(12));
          const [one, two] = [line.slice(0, 5), line.slice(6, 11)];
          // The codes of a row whose tail is known are still looked at: a damaged byte may sit in them.
          if (known !== undefined && isCode(line, 0) && isCode(line, 6)) {
            this.#pairs.add(one, two, known);
            last = line;
            continue;
          }
        }
        const cells = cellsOf(line, delimiter);
        if (columns === undefined || this.#pairs.rows === before) columns = headerColumns(cells) ?? columns;
        if (!CODE.test(cells[0] ?? '') || !CODE.test(cells[1] ?? '') || cells.length < 4) {
          // Preamble and header stand before the first row; after it every line must be a row.
          if (line.trim() !== '' && (this.#pairs.rows > before || looksLikeRow(cells)))
            this.#faults.add(
              `${member.at}:${first + index}`,
              'This line is not a row of two codes, dates and an indicator.',
              codeHint(cells[0]) ?? codeHint(cells[1]),
            );
          continue;
        }
        columns ??= PUBLISHED;
        if (cells.slice(columns.width).some((cell) => cell !== '')) {
          this.#faults.add(
            `${member.at}:${first + index}`,
            `The row has ${cells.length} fields where ${columns.width} belong: two rows may have run together.`,
          );
          continue;
        }
        // A line in quotes has its tail elsewhere and would only fill the memory.
        const tail = line.charCodeAt(0) === 34 ? undefined : line.slice(12);
        this.#addCells(cells, columns, `${member.at}:${first + index}`, tail);
        last = line;
      }
      this.#job.options.onProgress?.(this.#pairs.rows);
    }
    if (reader.unterminated) this.#judgeEnd(member, last, delimiter, columns ?? PUBLISHED);
  }

  async #readSheet(member: Member): Promise<void> {
    const before = this.#pairs.rows;
    let columns: Columns | undefined;
    for await (const rows of sheetRows(member)) {
      for (const { line, cells: raw } of rows) {
        const cells = raw.map((cell) => cell.trim());
        const at = `${member.at} row ${line}`;
        if (this.#pairs.rows === before) columns = headerColumns(cells) ?? columns;
        if (!CODE.test(cells[0] ?? '') || !CODE.test(cells[1] ?? '')) {
          const blank = cells.every((cell) => cell === '');
          if (!blank && (this.#pairs.rows > before || looksLikeRow(cells)))
            this.#faults.add(
              at,
              'This row does not begin with two five-character codes.',
              codeHint(cells[0]) ?? codeHint(cells[1]),
            );
          continue;
        }
        columns ??= PUBLISHED;
        this.#addCells(cells, columns, at);
      }
      this.#job.options.onProgress?.(this.#pairs.rows);
    }
  }

  #addCells(cells: readonly string[], columns: Columns, at: string, tail?: string): void {
    if (cells.length < columns.width - (columns.rationale === columns.width - 1 ? 1 : 0)) {
      this.#faults.add(at, `The row has ${cells.length} fields where ${columns.width} belong.`);
      return;
    }
    const from = columns.from === undefined ? NO_FIRST_DAY : dayFrom(cells[columns.from] ?? '');
    const through = dayFrom(cells[columns.through] ?? '');
    const indicator = Number(cells[columns.indicator]);
    if (Number.isNaN(from) || Number.isNaN(through)) {
      this.#faults.add(
        at,
        `"${cells[columns.from ?? columns.through]}" and "${cells[columns.through]}" are not both dates.`,
      );
      return;
    }
    if (cells[columns.indicator] === '' || (indicator !== 0 && indicator !== 1 && indicator !== 9)) {
      this.#faults.add(at, `The modifier indicator is "${cells[columns.indicator]}"; it can only be 0, 1 or 9.`);
      return;
    }
    const rationale = this.#rationaleId(cells[columns.rationale] ?? '', at);
    const prior = columns.prior !== undefined && cells[columns.prior] === '*';
    const key = `${from} ${through} ${indicator} ${rationale} ${prior}`;
    let fact = this.#facts.get(key);
    if (fact === undefined) {
      fact = this.#pairs.facts.push({ from, through, indicator, rationale, before1996: prior }) - 1;
      this.#facts.set(key, fact);
    }
    if (tail !== undefined) this.#known.set(tail, fact);
    this.#pairs.add(cells[0]!, cells[1]!, fact);
  }

  #rationaleId(text: string, at: string): number {
    const known = this.#rationales.get(text);
    if (known !== undefined) return known;
    const id = this.#rationales.size;
    this.#lastNew = text;
    if (id >= MOST_RATIONALES)
      this.#faults.add(
        at,
        `The file has more than ${MOST_RATIONALES} different rationales: this column does not hold one.`,
      );
    this.#rationales.set(text, id);
    return id % MOST_RATIONALES;
  }

  /** A last line without its end is cut off unless its rationale is one that stands elsewhere or is known. */
  #judgeEnd(member: Member, last: string, delimiter: string, columns: Columns): void {
    const rationale = last.split(delimiter)[columns.rationale]?.trim() ?? '';
    const isWhole = RATIONALES.has(rationale) || (this.#lastNew !== rationale && this.#rationales.has(rationale));
    if (!isWhole) throw truncatedFile(member.at, 'The last line stops in the middle: the file is cut off.');
    warnUnterminated(this.#job, member, true);
  }

  finish(): BuiltTable {
    const job = this.#job;
    judgeTogether(job);
    const setting = settingOf(job);
    if (setting === 'dme') throw wrongFile(job.names[0] ?? '', 'There are no code pairs for suppliers of equipment.');
    const name = nameEdition(job.options, job.names, quarterFromName);
    this.#judgeParts();
    const reversed = this.#pairs.count(({ from, through, indicator }) => indicator !== 9 && through < from);
    if (reversed > 0)
      job.warn({
        code: 'library/import/reversed-period',
        message: `${reversed} rows end before they begin; they are kept and are never in force.`,
        at: job.names[0] ?? '',
      });
    const { writer, pairs, codes } = this.#pairs.build();
    return {
      kind: setting === 'hospital' ? 'ncci-ptp-hospital' : 'ncci-ptp-practitioner',
      name,
      counts: { rows: this.#pairs.rows, pairs, codes },
      attributes: { rationales: [...this.#rationales.keys()] },
      writer,
    };
  }

  /** A quarter comes in parts by column-1 code. A gap in their numbers is refused, and an end that is not there. */
  #judgeParts(): void {
    const parts = this.#job.members
      .map(({ name }) => Number(/r\d+-f(\d+)/i.exec(name)?.[1] ?? 0))
      .filter((part) => part > 0);
    const sorted = [...new Set(parts)].toSorted((a, b) => a - b);
    if (sorted.length < parts.length)
      throw wrongFile(this.#job.names[0] ?? '', 'The same part of the quarter is given twice.');
    const between = Array.from({ length: sorted.at(-1) ?? 0 }, (_, index) => index + 1).filter(
      (part) => !sorted.includes(part),
    );
    if (between.length > 0)
      throw wrongFile(
        this.#job.names[0] ?? '',
        `Part ${between.map((part) => `f${part}`).join(', ')} of the quarter is missing.`,
        'Give all parts of the quarter in one import.',
      );
    const codes = this.#pairs.column1().toSorted();
    const highest = codes.at(-1) ?? '';
    if (sorted.length === 0) return judgeExtent(this.#job, this.#job.members[0]!.at, 'pairs', codes);
    if (highest >= 'A') return;
    const missing: TableIssue = {
      code: 'library/import/parts-missing',
      message: `The highest column-1 code is ${highest}: later parts of the quarter are missing, and pairs in them would not be found.`,
      at: this.#job.names[0] ?? '',
      hint: 'Give all parts of the quarter in one import. To take only these, say so (--accept-smaller).',
    };
    if (!this.#job.options.acceptSmaller) throw new Refusal(missing);
    this.#job.warn(missing);
  }
}

/** All files of an import become one edition of one setting: two quarters, or the two settings, would be mixed for good. */
function judgeTogether({ members, options }: ImportJob): void {
  const settings = new Set(members.flatMap(({ name }) => settingFromName(name) ?? []));
  const quarters = new Set(members.flatMap(({ name }) => quarterFromName(name)?.edition ?? []));
  const mixed =
    options.setting === undefined && settings.size > 1 ? settings : options.edition === undefined ? quarters : [];
  const [one, other] = mixed;
  if (one !== undefined && other !== undefined)
    throw wrongFile(
      members[0]?.at ?? '',
      `The files are not of one table: one is of ${one}, another of ${other}.`,
      'Import each quarter, and practitioners and hospitals, by themselves.',
    );
}

/** A row whose codes are damaged, as against a line of the notice or the header: it has an indicator or a date. */
function looksLikeRow(cells: readonly string[]): boolean {
  return cells.length >= 5 && cells.slice(2).some((cell) => /^(?:[019]|\d{4}-?\d\d-?\d\d)$/.test(cell));
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells =
    (delimiter === ',' && line.includes('"') ? quoted(line, delimiter) : undefined) ?? line.split(delimiter);
  return cells.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** Columns by their labels, for a copy with a one-line header of its own. */
function headerColumns(cells: readonly string[]): Columns | undefined {
  const labels = cells.map(label);
  const find = (...names: string[]) => {
    const at = labels.findIndex((text) => names.includes(text));
    return at < 0 ? undefined : at;
  };
  if (find('column1', 'column 1') !== 0 || find('column2', 'column 2') !== 1) return undefined;
  const through = find('deletion date', 'deletion', 'deletion date no data');
  const indicator = find('modifier indicator', 'modifier', 'modifier 0 not allowed 1 allowed 9 not applicable');
  const rationale = find('rationale', 'ptp edit rationale');
  if (through === undefined || indicator === undefined || rationale === undefined) return undefined;
  const prior = find('in existence prior to 1996', 'prior to 1996');
  const from = find('effective date', 'effective');
  return {
    ...(prior === undefined ? {} : { prior }),
    ...(from === undefined ? {} : { from }),
    through,
    indicator,
    rationale,
    width: cells.length,
  };
}

function isCode(line: string, start: number): boolean {
  for (let at = start; at < start + 5; at++) {
    const character = line.charCodeAt(at);
    if (!((character >= 48 && character <= 57) || (character >= 65 && character <= 90))) return false;
  }
  return true;
}

export function codeHint(cell: string | undefined): string | undefined {
  return /^\d{1,4}$/.test(cell ?? '')
    ? 'A spreadsheet program may have dropped leading zeros; take the agency’s own file.'
    : undefined;
}
