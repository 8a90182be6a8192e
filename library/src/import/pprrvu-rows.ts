import type { FeeRow } from '@interspace/core/model/fee';
import { LineReader } from './lines.ts';
import { type RowFaults, truncatedFile, wrongFile } from './refusal.ts';
import { type Row, RowReader, label } from './rows.ts';
import type { Member } from './source.ts';

export interface RvuRow extends FeeRow {
  /** Ten-thousandths of a dollar. */
  readonly factor: number;
  readonly at: string;
}

/** Labels as they read when the header lines above a column are put together, and the places of the fixed-width record. */
const FIELDS = {
  code: { label: /hcpcs$/, at: [1, 5] },
  modifier: { label: /^mod$/, at: [6, 7] },
  status: { label: /^status code$/, at: [58, 58] },
  work: { label: /^work rvu$/, at: [60, 65] },
  nonFacilityExpense: { label: /^non fac(ility)? pe rvu$/, at: [67, 72] },
  nonFacilityNA: { label: /^non fac(ility)? na indicator$/, at: [73, 74] },
  facilityExpense: { label: /^fac(ility)? pe rvu$/, at: [76, 81] },
  facilityNA: { label: /^fac(ility)? na indicator$/, at: [82, 83] },
  malpractice: { label: /^mp rvu$/, at: [85, 89] },
  components: { label: /^pctc ind$/, at: [103, 103] },
  global: { label: /^glob days$/, at: [104, 106] },
  preoperative: { label: /^pre op$/, at: [107, 109] },
  intraoperative: { label: /^intra op$/, at: [110, 112] },
  postoperative: { label: /^post op$/, at: [113, 115] },
  multipleProcedure: { label: /^mult proc$/, at: [116, 116] },
  bilateral: { label: /^bilat surg$/, at: [117, 117] },
  assistant: { label: /^asst surg$/, at: [118, 118] },
  coSurgeon: { label: /^co surg$/, at: [119, 119] },
  team: { label: /^team surg$/, at: [120, 120] },
  endoscopyBase: { label: /^endo base$/, at: [128, 132] },
  factor: { label: /^conv factor$/, at: [133, 140] },
  imagingFamily: { label: /^diagnostic imaging family indicator$/, at: [146, 147] },
} as const;
type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];

const RECORD_LENGTH = 147;

export interface RvuFile {
  readonly rows: RvuRow[];
  readonly unterminated: boolean;
  /** The words above the labels, which name the release; the text form has none. */
  readonly title?: string;
}

/** Rows of the CSV (31 columns until 2025, 32 since 2026, bound by their stacked labels) or of the fixed-width text. */
export async function rvuRows(member: Member, faults: RowFaults): Promise<RvuFile> {
  const lines = new LineReader(member);
  if (member.form === 'text') {
    for await (const batch of lines.batches()) {
      if (/^HDR|^[0-9A-Z]{5}.{52}[A-Z] /.test(batch.lines[0] ?? '')) return fixedRows(member, faults);
      break;
    }
  }
  return csvRows(member, faults);
}

async function fixedRows(member: Member, faults: RowFaults): Promise<RvuFile> {
  const reader = new LineReader(member);
  const rows: RvuRow[] = [];
  for await (const { lines, first } of reader.batches()) {
    for (const [index, line] of lines.entries()) {
      if (line.startsWith('HDR') || line.startsWith('TRL') || line.trim() === '') continue;
      const at = `${member.at}:${first + index}`;
      if (line.length < RECORD_LENGTH) throw truncatedFile(at, 'The record is shorter than its layout.');
      take(rows, (name) => line.slice(FIELDS[name].at[0] - 1, FIELDS[name].at[1]).trim(), at, faults);
    }
  }
  return { rows, unterminated: reader.unterminated };
}

async function csvRows(member: Member, faults: RowFaults): Promise<RvuFile> {
  const reader = new RowReader(member);
  const all = await reader.all();
  const header = all.findIndex((row) => row.cells[0]?.trim() === 'HCPCS');
  const place = header < 0 ? undefined : bindStacked(all.slice(0, header + 1));
  if (!place)
    throw wrongFile(
      member.at,
      'This is not a relative value file: the stacked labels HCPCS, WORK RVU, CONV FACTOR and the others are not there.',
      'Take PPRRVUyyyy_Mon.csv from the RVU release.',
    );
  const rows: RvuRow[] = [];
  for (const row of all.slice(header + 1)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const at = `${member.at}:${row.line}`;
    if (row.cells.length < all[header]!.cells.length) {
      faults.add(at, `The row has ${row.cells.length} columns where ${all[header]!.cells.length} belong.`);
      continue;
    }
    take(rows, (name) => row.cells[place[name]]!.trim(), at, faults);
  }
  const title = all
    .slice(0, header)
    .map(({ cells }) => cells.join(' '))
    .join(' ');
  return { rows, unterminated: reader.unterminated, title };
}

/** The label of a column is spread over up to five lines; the words above it may be a notice, so ever fewer lines are tried. */
function bindStacked(header: readonly Row[]): Record<Field, number> | undefined {
  const width = header.at(-1)!.cells.length;
  const place: Partial<Record<Field, number>> = {};
  for (let column = 0; column < width; column++) {
    for (let depth = 5; depth >= 1; depth--) {
      const text = label(
        header
          .slice(-depth)
          .map((row) => row.cells[column] ?? '')
          .join(' '),
      );
      const name = NAMES.find((candidate) => FIELDS[candidate].label.test(text));
      if (name === undefined) continue;
      place[name] ??= column;
      break;
    }
  }
  return NAMES.every((name) => place[name] !== undefined) ? (place as Record<Field, number>) : undefined;
}

function take(rows: RvuRow[], field: (name: Field) => string, at: string, faults: RowFaults): void {
  const hundredths = (name: Field) => fixedPoint(field(name), 2);
  const indicator = (name: Field) => (field(name) === '' ? 9 : Number(field(name)));
  const row = {
    code: field('code'),
    modifier: field('modifier'),
    status: field('status'),
    work: hundredths('work'),
    nonFacilityExpense: hundredths('nonFacilityExpense'),
    facilityExpense: hundredths('facilityExpense'),
    malpractice: hundredths('malpractice'),
    nonFacilityNotApplicable: field('nonFacilityNA') === 'NA',
    facilityNotApplicable: field('facilityNA') === 'NA',
    global: field('global'),
    components: indicator('components'),
    multipleProcedure: indicator('multipleProcedure'),
    bilateral: indicator('bilateral'),
    assistant: indicator('assistant'),
    coSurgeon: indicator('coSurgeon'),
    team: indicator('team'),
    preoperative: hundredths('preoperative'),
    intraoperative: hundredths('intraoperative'),
    postoperative: hundredths('postoperative'),
    ...(field('endoscopyBase') === '' ? {} : { endoscopyBase: field('endoscopyBase') }),
    imagingFamily: indicator('imagingFamily'),
    factor: fixedPoint(field('factor'), 4),
    at,
  };
  if (!/^[0-9A-Z]{5}$/.test(row.code)) faults.add(at, `"${row.code}" is not a five-character code.`);
  else if (!/^[A-Z]$/.test(row.status)) faults.add(at, `The status of ${row.code} is "${row.status}", not one letter.`);
  else if (Object.values(row).some((value) => typeof value === 'number' && !(value >= 0)))
    faults.add(at, `A number of ${row.code} cannot be read.`);
  else rows.push(row);
}

/** `5.24`, `.00`, `32.3465` as a whole number of the last place; blank is 0; NaN when it is no such number. */
export function fixedPoint(text: string, places: number): number {
  if (text === '') return 0;
  const found = /^(\d*)(?:\.(\d*))?$/.exec(text);
  if (!found || (found[2] ?? '').slice(places).replace(/0/g, '') !== '') return Number.NaN;
  return Number(`${found[1]}${(found[2] ?? '').slice(0, places).padEnd(places, '0')}`);
}
