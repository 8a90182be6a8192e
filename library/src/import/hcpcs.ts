import { NO_FIRST_DAY, NO_LAST_DAY } from '@interspace/core/edits/agency/pair-table';
import { packCode, unpackCode } from '@interspace/core/edits/agency/packed-code';
import { TableWriter } from '../tables/table-writer.ts';
import { dayFrom } from './dates.ts';
import { nameEdition, quarter, quarterFromName, yearFromName } from './edition-name.ts';
import { type Wanted, isBlank, readHeaded, warnUnterminated } from './header-row.ts';
import { type BuiltTable, type ImportJob, pick } from './job.ts';
import { LineReader, readable } from './lines.ts';
import { RowFaults, truncatedFile, wrongFile } from './refusal.ts';
import type { Member } from './source.ts';
import { judgeExtent } from './whole-list.ts';

const COLUMNS: Wanted<'code' | 'record' | 'short' | 'coverage' | 'added' | 'terminated'> = {
  code: { labels: [/^hcpcs?$/, /^hcpcs code$/] },
  record: { labels: [/^rec ?id$/], optional: true },
  short: { labels: [/^short/] },
  coverage: { labels: [/^cov/], optional: true },
  added: { labels: [/^add (dt|date)$/, /^date added$/] },
  terminated: { labels: [/^term (dt|date)$/, /^date term$/] },
};

/** The fixed record: code, sequence, record id, long text, short text, pricing …, with its dates near the end. */
const FIXED = /^(?:[0-9A-Z]{5}| {3}[0-9A-Z]{2})\d{5}[3478]/;
const FIXED_LENGTH = 293;

interface RawCode {
  readonly code: string;
  /** 3 first line of a code, 4 continuation, 7 and 8 the same of a modifier. */
  readonly record: string;
  readonly short: string;
  readonly coverage: string;
  readonly added: string;
  readonly terminated: string;
  readonly at: string;
}

/** Level II codes: from when to when each may be submitted. Modifiers in the same file are left to their own list. */
export async function importProcedureCodes(job: ImportJob): Promise<readonly BuiltTable[]> {
  const members = pick(job, /anweb/i, /layout|readme|notes|transaction|correction|noc/i);
  const [member] = members;
  if (!member || members.length > 1) throw wrongFile(job.names[0] ?? '', 'Give one Level II file (HCPC…_ANWEB).');
  const faults = new RowFaults();
  const codes = new Map<number, { added: number; terminated: number; coverage: number; text: string }>();
  for await (const raw of rawCodes(job, member)) {
    if (raw.record !== '' && raw.record !== '3') continue;
    if (/^[0-9A-Z]{2}$/.test(raw.code)) continue;
    const packed = packCode(raw.code);
    const [added, terminated] = [dayFrom(raw.added), dayFrom(raw.terminated)];
    if (packed < 0) faults.add(raw.at, `"${raw.code}" is not a five-character code.`);
    else if (Number.isNaN(added) || Number.isNaN(terminated))
      faults.add(raw.at, `The dates of ${raw.code} cannot be read.`);
    else if (codes.has(packed)) faults.add(raw.at, `${raw.code} stands twice in the file.`);
    // The texts of dental codes belong to their society; the numbers do not.
    else
      codes.set(packed, {
        added: added === NO_LAST_DAY ? NO_FIRST_DAY : added,
        terminated,
        coverage: raw.coverage.charCodeAt(0) || 0,
        text: raw.code.startsWith('D') ? '' : readable(raw.short),
      });
  }
  faults.throwIfAny(member.at);
  if (codes.size === 0) throw wrongFile(member.at, 'The file holds no procedure code.');
  judgeExtent(
    job,
    member.at,
    'hcpcs',
    [...codes.keys()].map((code) => unpackCode(code)),
  );
  return [build(job, member, codes)];
}

async function* rawCodes(job: ImportJob, member: Member): AsyncGenerator<RawCode> {
  if (member.form === 'text') {
    const fixed = [...(await fixedCodes(member))];
    if (fixed.length > 0) {
      yield* fixed;
      return;
    }
  }
  const { rows, column, unterminated } = await readHeaded(member, COLUMNS, 'a Level II (HCPCS) file');
  for (const row of rows) {
    if (isBlank(row)) continue;
    const cell = (at: number) => (at < 0 ? '' : (row.cells[at] ?? '').trim());
    yield {
      code: cell(column.code),
      record: cell(column.record),
      short: cell(column.short),
      coverage: cell(column.coverage),
      added: cell(column.added),
      terminated: cell(column.terminated),
      at: `${member.at}:${row.line}`,
    };
  }
  warnUnterminated(job, member, unterminated);
}

async function fixedCodes(member: Member): Promise<RawCode[]> {
  const reader = new LineReader(member);
  const found: RawCode[] = [];
  let short = false;
  for await (const { lines, first } of reader.batches()) {
    if (first === 1 && !lines.slice(0, 40).some((line) => FIXED.test(line))) return [];
    for (const [index, line] of lines.entries()) {
      if (!FIXED.test(line)) continue;
      const field = (from: number, to: number) => line.slice(from - 1, to).trim();
      short = line.length < FIXED_LENGTH;
      const at = `${member.at}:${first + index}`;
      if (short && !reader.unterminated) throw truncatedFile(at, 'The record is shorter than its layout.');
      found.push({
        code: field(1, 5),
        record: field(11, 11),
        short: field(92, 119),
        coverage: field(230, 230),
        added: field(269, 276),
        terminated: field(285, 292),
        at,
      });
    }
  }
  if (reader.unterminated) throw truncatedFile(member.at, 'The last line has no line end: the file is cut off.');
  return found;
}

function build(
  job: ImportJob,
  member: Member,
  codes: ReadonlyMap<number, { added: number; terminated: number; coverage: number; text: string }>,
): BuiltTable {
  const sorted = [...codes].toSorted(([a], [b]) => a - b);
  const named = (text: string) => {
    const year = yearFromName(text);
    return quarterFromName(text) ?? (year === undefined ? undefined : quarter(year, 1));
  };
  return {
    kind: 'hcpcs',
    name: nameEdition(job.options, [member.name, ...job.names], named),
    counts: { rows: sorted.length, codes: sorted.length },
    attributes: {},
    writer: new TableWriter()
      .add(
        'codes',
        Int32Array.from(sorted, ([packed]) => packed),
      )
      .add(
        'added',
        Int32Array.from(sorted, ([, row]) => row.added),
      )
      .add(
        'terminated',
        Int32Array.from(sorted, ([, row]) => row.terminated),
      )
      .add(
        'coverage',
        Uint8Array.from(sorted, ([, row]) => row.coverage),
      )
      .addTexts(
        'texts',
        sorted.map(([, row]) => row.text),
      ),
  };
}
