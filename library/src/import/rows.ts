import { LineReader, readable } from './lines.ts';
import { truncatedFile } from './refusal.ts';
import { sheetRows } from './sheet.ts';
import type { Member } from './source.ts';

export interface Row {
  /** 1-based line or sheet row. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of a text table (tab or comma, quotes as spreadsheets write them) or of a workbook's first sheet. */
export class RowReader {
  /** The last row of a text file had no line end: perhaps it is cut. */
  unterminated = false;
  readonly #member: Member;

  constructor(member: Member) {
    this.#member = member;
  }

  async *batches(): AsyncGenerator<readonly Row[]> {
    if (this.#member.form === 'workbook') {
      yield* sheetRows(this.#member);
      return;
    }
    const reader = new LineReader(this.#member);
    let delimiter: string | undefined;
    let open: { text: string; line: number } | undefined;
    for await (const { lines, first } of reader.batches()) {
      delimiter ??= delimiterOf(lines);
      const rows: Row[] = [];
      for (const [index, text] of lines.entries()) {
        const line = open ? open.line : first + index;
        const whole: string = open ? `${open.text}\n${text}` : text;
        // Tab files are not quoted: a lone quote in a preamble must not swallow the file.
        if (delimiter === '\t') rows.push({ line, cells: text.split('\t') });
        else if (!whole.includes('"')) rows.push({ line, cells: whole.split(delimiter) });
        else {
          const cells = quoted(whole, delimiter);
          open = cells ? undefined : { text: whole, line };
          if (cells) rows.push({ line, cells });
        }
      }
      yield rows;
    }
    this.unterminated = reader.unterminated;
    if (open)
      throw truncatedFile(
        `${this.#member.at}:${open.line}`,
        'A quoted cell that begins here is never closed: the file is cut off or damaged.',
      );
  }

  /** Everything at once; for the small files. Texts above ASCII are repaired. */
  async all(): Promise<Row[]> {
    const all: Row[] = [];
    for await (const batch of this.batches()) {
      for (const row of batch)
        all.push(this.#member.form === 'workbook' ? row : { line: row.line, cells: row.cells.map(readable) });
    }
    return all;
  }
}

export function delimiterOf(lines: readonly string[]): string {
  return lines.slice(0, 60).some((line) => line.split('\t').length > 3) ? '\t' : ',';
}

/** The cells of a record, or `undefined` when a quoted cell is still open at its end. */
export function quoted(text: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    let cell = '';
    for (at++; ;) {
      const end = text.indexOf('"', at);
      if (end < 0) return undefined;
      cell += text.slice(at, end);
      at = end + 1;
      if (text[at] !== '"') break;
      cell += '"';
      at++;
    }
    const end = text.indexOf(delimiter, at);
    cells.push(cell);
    if (end < 0) return cells;
    at = end + 1;
  }
}

/** A header label in the form in which labels are compared: `HCPCS/CPT Code` → `hcpcs cpt code`. */
export function label(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
