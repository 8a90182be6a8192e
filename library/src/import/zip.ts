import { createInflateRaw, crc32 } from 'node:zlib';
import { Readable } from 'node:stream';
import { damagedFile } from './refusal.ts';

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  stream(): AsyncIterable<Buffer>;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 0xffff;

/**
 * The entries of a ZIP held in memory (the agencies' archives and workbooks are tens of megabytes at most). Each
 * entry is inflated as a stream and its length and CRC are checked at the end, so a damaged archive cannot pass.
 */
export function zipEntries(bytes: Buffer, at: string): ZipEntry[] {
  const end = findEnd(bytes);
  if (end < 0) throw damagedFile(at, 'The archive has no directory at its end: it is cut off or not a ZIP.');
  const count = bytes.readUInt16LE(end + 10);
  let place = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || place === 0xffffffff)
    throw damagedFile(at, 'Archives of the ZIP64 form are not read.', 'Unpack it and import the files inside.');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== CENTRAL)
      throw damagedFile(at, 'The directory of the archive is damaged.');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(place + offset)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', place + 46, place + 46 + nameLength);
    const part = {
      flags: bytes.readUInt16LE(place + 8),
      method: bytes.readUInt16LE(place + 10),
      crc: bytes.readUInt32LE(place + 16),
      packed: bytes.readUInt32LE(place + 20),
      size: bytes.readUInt32LE(place + 24),
      local: bytes.readUInt32LE(place + 42),
    };
    place += 46 + nameLength + extra + comment;
    if (!name.endsWith('/'))
      entries.push({ name, size: part.size, stream: () => inflate(bytes, part, `${at}!${name}`) });
  }
  return entries;
}

interface Part {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
}

async function* inflate(bytes: Buffer, part: Part, at: string): AsyncGenerator<Buffer> {
  if ((part.flags & 1) !== 0) throw damagedFile(at, 'The archive is protected by a password.', 'Unpack it first.');
  if (part.local + 30 > bytes.length || bytes.readUInt32LE(part.local) !== LOCAL)
    throw damagedFile(at, 'The archive is damaged at this entry.');
  const start = part.local + 30 + bytes.readUInt16LE(part.local + 26) + bytes.readUInt16LE(part.local + 28);
  const packed = bytes.subarray(start, start + part.packed);
  if (packed.length !== part.packed) throw damagedFile(at, 'The archive is cut off inside this entry.');
  if (part.method !== 0 && part.method !== 8)
    throw damagedFile(
      at,
      `The archive packs this entry in a way (${part.method}) that is not read.`,
      'Unpack it first.',
    );
  let [crc, size] = [0, 0];
  const source = part.method === 0 ? Readable.from([packed]) : Readable.from([packed]).pipe(createInflateRaw());
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      // Stops a bomb: an entry may not grow beyond what it announced.
      if (size > part.size) throw damagedFile(at, 'The entry is longer than the archive says.');
      yield chunk;
    }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('Z_'))
      throw damagedFile(at, `The archive cannot be unpacked (${fault.message}).`);
    throw fault;
  }
  if (size !== part.size || crc !== part.crc)
    throw damagedFile(at, 'The unpacked entry does not have the checksum that the archive gives.');
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let place = bytes.length - 22; place >= first; place--) if (bytes.readUInt32LE(place) === END) return place;
  return -1;
}
