import { damagedFile } from './refusal.ts';
import type { Member } from './source.ts';
import { type ZipEntry, zipEntries } from './zip.ts';

export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of the first sheet of a workbook, as text. Only what the agencies' sheets need: values and shared texts. */
export async function* sheetRows(member: Member): AsyncGenerator<readonly SheetRow[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of member.stream()) chunks.push(chunk);
  const entries = new Map(zipEntries(Buffer.concat(chunks), member.at).map((entry) => [entry.name, entry]));
  const sheet = firstSheet(entries);
  if (!sheet) throw damagedFile(member.at, 'The workbook has no sheet.');
  const texts = await sharedTexts(entries.get('xl/sharedStrings.xml'));
  let rest = '';
  let row = 0;
  for await (const text of decoded(sheet.stream())) {
    rest += text;
    const end = lastRowEnd(rest);
    if (end < 0) continue;
    const rows: SheetRow[] = [];
    for (const found of rest.slice(0, end).matchAll(ROW)) {
      row = Number(/\br="(\d+)"/.exec(found[1]!)?.[1] ?? row + 1);
      rows.push({ line: row, cells: cellsOf(found[2] ?? '', texts) });
    }
    rest = rest.slice(end);
    yield rows;
  }
  if (!/<\/(?:\w+:)?worksheet>/.test(rest)) throw damagedFile(member.at, 'The sheet of the workbook is cut off.');
}

// Some programs write every name with a prefix (`x:row`).
const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?row>)/gs;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs;

/** Behind the last row that is whole; -1 when none is. */
function lastRowEnd(xml: string): number {
  const end = xml.lastIndexOf('row>');
  if (end < 0) return -1;
  return /<\/(?:\w+:)?$/.test(xml.slice(Math.max(0, end - 20), end)) ? end + 4 : -1;
}

function firstSheet(entries: ReadonlyMap<string, ZipEntry>): ZipEntry | undefined {
  return (
    entries.get('xl/worksheets/sheet1.xml') ??
    [...entries.values()].find(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  );
}

function cellsOf(xml: string, texts: readonly string[]): string[] {
  const cells: string[] = [];
  for (const [, attributes, content] of xml.matchAll(CELL)) {
    const column = columnOf(/\br="([A-Z]+)\d+"/.exec(attributes!)?.[1], cells.length);
    while (cells.length < column) cells.push('');
    const type = /\bt="(\w+)"/.exec(attributes!)?.[1];
    const value = /<(?:\w+:)?v\b[^>]*>([^<]*)<\//.exec(content ?? '')?.[1];
    if (type === 's') cells[column] = texts[Number(value)] ?? '';
    else if (type === 'inlineStr') cells[column] = plainText(content ?? '');
    else cells[column] = type === undefined || type === 'n' ? plainNumber(value ?? '') : unescape(value ?? '');
  }
  return cells;
}

/** Spreadsheets write a number to its last binary digit: 0.29 as `0.28999999999999998`, a large one as `2.0260101E7`. */
function plainNumber(value: string): string {
  return /^-?\d+$/.test(value) || value === '' || Number.isNaN(Number(value)) ? unescape(value) : String(Number(value));
}

function columnOf(letters: string | undefined, next: number): number {
  if (letters === undefined) return next;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

async function sharedTexts(entry: ZipEntry | undefined): Promise<string[]> {
  if (!entry) return [];
  let xml = '';
  for await (const text of decoded(entry.stream())) xml += text;
  return [...xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?si>)/gs)].map((found) =>
    plainText(found[1] ?? ''),
  );
}

/** The runs of a rich text, joined; phonetic hints left out. */
function plainText(xml: string): string {
  const runs = [
    ...xml
      .replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh>/gs, '')
      .matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?t>)/gs),
  ];
  return unescape(runs.map((run) => run[1] ?? '').join(''));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? whole;
    const point = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
