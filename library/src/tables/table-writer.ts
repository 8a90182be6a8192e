import { createHash } from 'node:crypto';
import {
  ALIGNMENT,
  LAYOUT_VERSION,
  MAGIC,
  PREFIX_BYTES,
  type SectionEntry,
  type SectionType,
  type TableHeader,
  crc32,
} from '@interspace/core/edits/agency/layout';

type TypedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Puts the sections of a table one after another. What they mean is known to the table's reader in core. */
export class TableWriter {
  readonly #sections: { readonly name: string; readonly type: SectionType; readonly data: TypedArray }[] = [];

  add(name: string, data: TypedArray): this {
    this.#sections.push({ name, type: typeOf(data), data });
    return this;
  }

  /** Texts as one block of UTF-8 with offsets; see `TextPool`. */
  addTexts(name: string, texts: readonly string[]): this {
    const blocks = texts.map((text) => Buffer.from(text, 'utf8'));
    return this.add(`${name}-offsets`, offsetsOf(blocks)).add(`${name}-bytes`, new Uint8Array(Buffer.concat(blocks)));
  }

  /**
   * Many texts of few words: each word once, and of the texts only the numbers of theirs, a third of the room. More words
   * than 16 bits can count are written as they are.
   */
  addWordedTexts(name: string, texts: readonly string[]): this {
    const numbers = new Map<string, number>();
    const starts = new Uint32Array(texts.length + 1);
    const all: number[] = [];
    for (const [index, text] of texts.entries()) {
      for (const word of text.split(' ')) {
        let number = numbers.get(word);
        if (number === undefined) numbers.set(word, (number = numbers.size));
        all.push(number);
      }
      starts[index + 1] = all.length;
    }
    if (numbers.size > 65_536) return this.addTexts(name, texts);
    return this.addTexts(name, [...numbers.keys()])
      .add(`${name}-starts`, starts)
      .add(`${name}-words`, Uint16Array.from(all));
  }

  /** The whole file. The same header and sections give the same bytes. */
  toBytes(header: Omit<TableHeader, 'sections'>): Uint8Array {
    // Offsets depend on the header's length and the header holds the offsets: leave room for the longest numbers.
    const guess = JSON.stringify({ ...header, sections: this.#entries(Number.MAX_SAFE_INTEGER / 2) });
    const start = align(PREFIX_BYTES + Buffer.byteLength(guess) + ALIGNMENT);
    const sections = this.#entries(start);
    const text = Buffer.from(JSON.stringify({ ...header, sections }), 'utf8');
    const last = sections.at(-1);
    const total = last ? align(last.offset + this.#sections.at(-1)!.data.byteLength) : start;
    const bytes = new Uint8Array(total);
    bytes.set(text, PREFIX_BYTES);
    for (const [index, { data }] of this.#sections.entries())
      bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), sections[index]!.offset);
    bytes.set(Buffer.from(MAGIC, 'latin1'), 0);
    const view = new DataView(bytes.buffer);
    view.setUint32(8, LAYOUT_VERSION, true);
    view.setUint32(12, text.length, true);
    view.setFloat64(16, total, true);
    view.setUint32(24, crc32(text), true);
    bytes.set(digestOf(bytes), 32);
    return bytes;
  }

  #entries(start: number): SectionEntry[] {
    let offset = start;
    return this.#sections.map(({ name, type, data }) => {
      const entry = { name, type, offset, length: data.length };
      offset = align(offset + data.byteLength);
      return entry;
    });
  }
}

/** Where each of several lists begins when they lie one after another; at the end, where the last one ends. */
export function offsetsOf(lists: readonly { readonly length: number }[]): Uint32Array {
  const offsets = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) offsets[index + 1] = offsets[index]! + list.length;
  return offsets;
}

/** The digest that byte 32 of a table file must hold. */
export function digestOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes.subarray(PREFIX_BYTES)).digest();
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function typeOf(data: TypedArray): SectionType {
  if (data instanceof Uint8Array) return 'u8';
  if (data instanceof Uint16Array) return 'u16';
  if (data instanceof Uint32Array) return 'u32';
  return data instanceof Int32Array ? 'i32' : 'f64';
}
