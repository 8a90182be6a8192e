import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { TableSource } from '@interspace/core/edits/agency/layout';
import { Refusal, damagedFile, wrongFile } from './refusal.ts';
import { zipEntries } from './zip.ts';

export type MemberForm = 'text' | 'workbook';

/** One readable thing: a file as given, or an entry of an archive. */
export interface Member {
  /** Its own file name, by which part, quarter and setting are recognized. */
  readonly name: string;
  /** How an Issue names it. */
  readonly at: string;
  readonly form: MemberForm;
  /** Its bytes, unpacked. For a workbook: the bytes of the workbook. */
  stream(): AsyncIterable<Buffer>;
}

export interface Source {
  readonly about: TableSource;
  readonly members: readonly Member[];
}

const CHUNK = 1 << 20;

/** Opens what the user named: text, CSV, gzip, workbook or archive, recognized by content and not by its name. */
export async function openSource(path: string): Promise<Source> {
  const at = path;
  const { bytes, head } = look(path);
  if (bytes === 0) throw damagedFile(at, 'The file is empty.');
  const about: TableSource = { name: basename(path), sha256: await sha256(path), bytes };
  if (isZip(head)) return { about, members: zipMembers(readFileSync(path), basename(path), at) };
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const name = basename(path).replace(/\.gz$/i, '');
    return { about, members: [{ name, at, form: 'text', stream: () => asUtf8(gunzip(path, at)) }] };
  }
  refuseForeign(head, at);
  return {
    about,
    members: [
      {
        name: basename(path),
        at,
        form: 'text',
        stream: () => asUtf8(createReadStream(path, { highWaterMark: CHUNK })),
      },
    ],
  };
}

function look(path: string): { bytes: number; head: Buffer } {
  try {
    const { size } = statSync(path);
    return { bytes: size, head: readHead(path) };
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
    const message = UNOPENED[code] ?? `The file cannot be opened (${code}).`;
    throw new Refusal({
      code: 'library/import/unreadable-file',
      message,
      at: path,
      hint: 'Check the path and the permissions.',
    });
  }
}

const UNOPENED: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder, not a file; name the files in it.',
};

function readHead(path: string): Buffer {
  const head = Buffer.alloc(512);
  const file = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } finally {
    closeSync(file);
  }
}

function isZip(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) === 0x04034b50;
}

/** A workbook is itself an archive; an archive may hold the same rows as text and as a workbook: text wins. */
function zipMembers(bytes: Buffer, name: string, at: string): Member[] {
  const entries = zipEntries(bytes, at).filter(
    (entry) => !/(^|\/)(__MACOSX|\.)/.test(entry.name) && (entry.size > 0 || entry.name.startsWith('xl/')),
  );
  if (entries.some((entry) => entry.name === 'xl/workbook.xml'))
    return [{ name, at, form: 'workbook', stream: () => whole(bytes) }];
  const texts = entries.filter((entry) => /\.(txt|csv|xml)$/i.test(entry.name));
  const stems = new Set(texts.map((entry) => stem(entry.name)));
  const books = entries.filter((entry) => /\.xlsx$/i.test(entry.name) && !stems.has(stem(entry.name)));
  const member = (entry: (typeof entries)[number], form: MemberForm): Member => ({
    name: basename(entry.name),
    at: `${at}!${entry.name}`,
    form,
    stream: () => (form === 'text' ? asUtf8(entry.stream()) : entry.stream()),
  });
  const members = [...texts.map((entry) => member(entry, 'text')), ...books.map((entry) => member(entry, 'workbook'))];
  if (members.length === 0) throw wrongFile(at, 'The archive holds no text, CSV, XML or workbook (.xlsx).');
  return members;
}

function stem(name: string): string {
  return basename(name)
    .replace(/\.[^.]+$/, '')
    .toLowerCase();
}

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function* gunzip(path: string, at: string): AsyncGenerator<Buffer> {
  const unpacked = createReadStream(path, { highWaterMark: CHUNK }).pipe(createGunzip({ chunkSize: CHUNK }));
  let first = true;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      if (first) refuseForeign(chunk.subarray(0, 512), at);
      first = false;
      yield chunk;
    }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('Z_'))
      throw damagedFile(at, `The compressed file is damaged or cut off (${fault.message}).`);
    throw fault;
  }
}

/** Files that people download by mistake, named for what they are. */
function refuseForeign(head: Buffer, at: string): void {
  const text = head.toString('latin1');
  if (text.startsWith('%PDF'))
    throw wrongFile(
      at,
      'This is a PDF document, not a table.',
      'Take the text, CSV or workbook file that the agency publishes beside it.',
    );
  if (/^\s*<(!doctype html|html)/i.test(text))
    throw wrongFile(
      at,
      'This is a web page, not a table: perhaps the licence page that stands before the download.',
      'Accept the licence in a browser and save the file itself.',
    );
  if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0)
    throw wrongFile(at, 'This is a workbook of the old form (.xls).', 'Save it as .xlsx or take the text file.');
  if (head.includes(0) && unicodeOf(head) === undefined) throw wrongFile(at, 'This is a binary file, not a table.');
}

/** Text that a spreadsheet saved as "Unicode text", two bytes a character: seen from the mark it begins with. */
function unicodeOf(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let first = true;
  for await (const chunk of chunks) {
    const unicode = first ? unicodeOf(chunk) : undefined;
    if (unicode !== undefined) decoder = new TextDecoder(unicode);
    first = false;
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
  if (decoder) yield Buffer.from(decoder.decode());
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>)
    hash.update(chunk);
  return hash.digest('hex');
}
