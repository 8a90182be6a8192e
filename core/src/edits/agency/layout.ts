import type { IsoDate } from '../../model/date.ts';

/**
 * The table file: a 64-byte prefix, a JSON header, then sections that are typed arrays as they stand (little
 * endian, each aligned to 64 bytes). Opening is one read and a handful of views; nothing is parsed but the header.
 *
 *   0  magic `ISTABLE\n`      8  layout version u32   12  header bytes u32   16  file bytes f64
 *  24  CRC-32 of the header  28  reserved             32  SHA-256 of everything from byte 64 on
 */
export const MAGIC = 'ISTABLE\n';
export const LAYOUT_VERSION = 2;
/** Kinds whose sections mean something else since a layout: an older file is refused. All others are read as ever. */
const CHANGED_IN: Readonly<Record<string, number>> = { 'ncci-ptp-practitioner': 2, 'ncci-ptp-hospital': 2 };
export const PREFIX_BYTES = 64;
export const ALIGNMENT = 64;

export type SectionType = 'u8' | 'u16' | 'u32' | 'i32' | 'f64';
export const SECTION_ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

export interface SectionEntry {
  readonly name: string;
  readonly type: SectionType;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Elements, not bytes. */
  readonly length: number;
}

export interface TableSource {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What an edition says about itself. No clock is in it: the same files give the same bytes. */
export interface TableHeader {
  readonly kind: string;
  readonly edition: string;
  /** The dates of service that the edition was published for. */
  readonly effective: { readonly from: IsoDate; readonly through?: IsoDate };
  readonly counts: Readonly<Record<string, number>>;
  readonly sources: readonly TableSource[];
  /** Small facts of the kind: rationale texts, conversion factors, what the edition was derived from. */
  readonly attributes: Readonly<Record<string, string | number | readonly string[]>>;
  readonly sections: readonly SectionEntry[];
}

export type TableBuffer = ArrayBuffer | SharedArrayBuffer;

export interface TableFile {
  readonly header: TableHeader;
  readonly buffer: TableBuffer;
}

/**
 * The cheap checks of opening: size, version, header, every section inside the file. Gives the table, or in words why
 * it cannot be used; the caller knows the file's name and makes an Issue of it.
 */
export function readTable(buffer: TableBuffer): TableFile | string {
  if (buffer.byteLength < PREFIX_BYTES) return 'it is shorter than its own prefix';
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  for (let index = 0; index < MAGIC.length; index++)
    if (bytes[index] !== MAGIC.charCodeAt(index)) return 'it does not begin like a table file';
  const version = view.getUint32(8, true);
  if (version === 0 || version > LAYOUT_VERSION)
    return `it has layout ${version}, this release reads no later one than ${LAYOUT_VERSION}`;
  if (view.getFloat64(16, true) !== buffer.byteLength) return 'its length is not the length it was written with';
  const headerBytes = view.getUint32(12, true);
  if (PREFIX_BYTES + headerBytes > buffer.byteLength) return 'its header is cut off';
  // A copy, because a decoder may refuse to read shared memory.
  const text = bytes.slice(PREFIX_BYTES, PREFIX_BYTES + headerBytes);
  if (view.getUint32(24, true) !== crc32(text)) return 'its header does not have the checksum it was written with';
  const header = JSON.parse(new TextDecoder().decode(text)) as TableHeader;
  if (version < (CHANGED_IN[header.kind] ?? 0))
    return `an earlier release wrote it (layout ${version}), and tables of code pairs lie otherwise since layout ${LAYOUT_VERSION}`;
  for (const section of header.sections) {
    const size = SECTION_ARRAYS[section.type].BYTES_PER_ELEMENT;
    if (section.offset % size !== 0 || section.offset + section.length * size > buffer.byteLength)
      return `its section ${section.name} lies outside the file`;
  }
  return { header, buffer };
}

type ArrayOf<T extends SectionType> = InstanceType<(typeof SECTION_ARRAYS)[T]>;

/** A view of one section; a section that the header does not list is empty. Throws when the type is another. */
export function section<T extends SectionType>(file: TableFile, name: string, type: T): ArrayOf<T> {
  const entry = file.header.sections.find((candidate) => candidate.name === name);
  if (!entry) return new SECTION_ARRAYS[type](0) as ArrayOf<T>;
  if (entry.type !== type) throw new TypeError(`section ${name} holds ${entry.type}, not ${type}`);
  return new SECTION_ARRAYS[type](file.buffer as ArrayBuffer, entry.offset, entry.length) as ArrayOf<T>;
}

/** What each byte does to the sum. */
const SUMS = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (-(sum & 1) & 0xedb88320);
  return sum;
});

/** CRC-32 (IEEE) of a small block. */
export function crc32(bytes: Uint8Array): number {
  let sum = -1;
  for (let at = 0; at < bytes.length; at++) sum = SUMS[(sum ^ bytes[at]!) & 255]! ^ (sum >>> 8);
  return ~sum >>> 0;
}
