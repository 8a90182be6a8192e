import type { Separators } from './separators.ts';
import { Interner, plain } from './interner.ts';

/** One for all readers: it is a cache of fixed size. */
const interner = new Interner();

/**
 * One segment inside a buffer, as offsets; reused for the next segment, so nothing may keep it.
 * Element 0 is the segment id; element n lies in bytes [starts[n], endOf(n)).
 */
export class SegmentView {
  bytes: Uint8Array = new Uint8Array(0);
  /** The same, to be read four at a time. */
  words = new DataView(this.bytes.buffer);
  /** Offset in the file of `bytes[0]`. */
  base = 0;
  start = 0;
  /** After the last byte of data, before terminator and any line end in front of it. */
  end = 0;
  /** After the terminator. */
  next = 0;
  /** Elements with the id counted. */
  count = 0;
  /** The id packed into a number; 0 when it is none. */
  id = 0;
  starts = new Int32Array(256);
  separators: Separators = { element: 42, component: 58, repetition: 94, terminator: 126 };

  /** Byte offset of the segment in the file. */
  get offset(): number {
    return this.base + this.start;
  }

  /** Finds the elements between `start` and `end`, four bytes at a time. */
  split(): void {
    const { words, start, end } = this;
    const { element } = this.separators;
    const elements = Math.imul(element, 0x01010101);
    if (end - start >= this.starts.length) this.starts = new Int32Array(2 * (end - start));
    const { starts } = this;
    starts[0] = start;
    let count = 1;
    let at = start;
    for (; at + 4 <= end; at += 4)
      for (let marks = zeroBytes(words.getInt32(at, true) ^ elements); marks !== 0; marks &= marks - 1)
        starts[count++] = at + ((39 - Math.clz32(marks & -marks)) >>> 3);
    for (; at < end; at++) if (words.getUint8(at) === element) starts[count++] = at + 1;
    this.count = count;
  }

  endOf(element: number): number {
    return element + 1 < this.count ? this.starts[element + 1]! - 1 : this.end;
  }

  has(element: number): boolean {
    return element < this.count && this.endOf(element) > this.starts[element]!;
  }

  /** The whole element as text; '' when absent. */
  text(element: number): string {
    return element < this.count ? interner.text(this.bytes, this.starts[element]!, this.endOf(element)) : '';
  }

  /** The same without interning, for free text and identifiers that do not come again. */
  fresh(element: number): string {
    return element < this.count ? plain(this.bytes, this.starts[element]!, this.endOf(element)) : '';
  }

  /** First up to three bytes of the element (to the component separator) as a number, 0 when empty, -1 when longer. */
  code(element: number): number {
    if (element >= this.count) return 0;
    const from = this.starts[element]!;
    const to = this.endOf(element);
    const { component, repetition } = this.separators;
    let value = 0;
    for (let i = 0; from + i < to; i++) {
      const byte = this.bytes[from + i]!;
      if (byte === component || byte === repetition) break;
      if (i === 3) return -1;
      value |= byte << (16 - 8 * i);
    }
    return value;
  }

  /** Start of component `number` (1-based) inside [from, to), or -1. */
  componentStart(from: number, to: number, number: number): number {
    let at = from;
    const separator = this.separators.component;
    for (let seen = 1; seen < number; at++) {
      if (at >= to) return -1;
      if (this.bytes[at] === separator) seen++;
    }
    return at;
  }

  componentEnd(start: number, to: number): number {
    const separator = this.separators.component;
    let at = start;
    while (at < to && this.bytes[at] !== separator) at++;
    return at;
  }

  component(element: number, number: number): string {
    if (element >= this.count) return '';
    const to = this.endOf(element);
    const from = this.componentStart(this.starts[element]!, to, number);
    return from < 0 ? '' : interner.text(this.bytes, from, this.componentEnd(from, to));
  }

  intern(from: number, to: number): string {
    return interner.text(this.bytes, from, to);
  }

  /** A whole number ≥ 0 in the element, or -1. */
  integer(element: number): number {
    if (element >= this.count) return -1;
    const from = this.starts[element]!;
    const to = this.endOf(element);
    if (to === from || to - from > 15) return -1;
    let value = 0;
    for (let i = from; i < to; i++) {
      const digit = this.bytes[i]! - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }
}

/** The highest bit of every byte of the word that is zero, and of no other. */
export function zeroBytes(word: number): number {
  return ~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word | 0x7f7f7f7f);
}
