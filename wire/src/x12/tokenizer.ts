import type { WireIssueCode } from '../issues.ts';
import { BDS, BIN, GS, IEA, ISA, ST } from './segment-id.ts';
import { SegmentView, zeroBytes } from './segment-view.ts';
import { guessSeparators, HEADER_WINDOW, readHeader, separatorsClash } from './separators.ts';

export interface SegmentSink {
  /** Called for every segment, header included; the view is valid during the call only. */
  segment(view: SegmentView): void;
  /** Bytes are shown to `passed` first. */
  readonly learns?: boolean;
  /**
   * Asked where a segment may begin: passes over those that it knows by their bytes, of which `segment` sees nothing, and
   * says where the next one begins. Of the view only bytes, base and separators are set.
   */
  passed?(view: SegmentView, from: number, to: number): number;
  /** The bytes handed over so far are about to be overwritten. */
  released?(): void;
  /** A fault of the bytes themselves, `offset` counted from the start of the file. */
  fault(code: WireIssueCode, offset: number, detail?: string): void;
}

export interface TokenizerOptions {
  /** Longest segment accepted, in bytes; beyond it reading stops. Default 4 MiB. */
  readonly maxSegmentBytes?: number;
}

/**
 * Bytes in, segments out, whatever the chunks. Holds one unfinished segment at most; never throws on input.
 * Line ends, blanks and NULs between segments are passed over; ISA anywhere begins a new interchange with its own separators.
 */
export class Tokenizer {
  /** Set when the rest of the input is refused. */
  stopped = false;
  private readonly sink: SegmentSink;
  private readonly max: number;
  private readonly view = new SegmentView();
  private inHeader = true;
  private first = true;
  private junkFrom = -1;
  private carry = new Uint8Array(0);
  private carried = 0;
  /** Bytes that the unfinished segment needs at least (binary data of declared length). */
  private wanted = 0;
  /** Offset in the file of the first byte not yet consumed. */
  private position = 0;

  constructor(sink: SegmentSink, options: TokenizerOptions = {}) {
    this.sink = sink;
    this.max = options.maxSegmentBytes ?? 4 * 1024 * 1024;
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    while (from < chunk.length && !this.stopped) {
      if (this.carried === 0) {
        this.view.base = this.position - from;
        const used = this.consume(chunk, from, chunk.length, false);
        this.position += used - from;
        if (!this.stopped) this.keep(chunk, used, chunk.length);
        return;
      }
      const to = this.reach(chunk, from);
      const complete = this.inHeader || (to > from && chunk[to - 1] === this.view.separators.terminator);
      this.keep(chunk, from, to);
      from = to;
      if (complete || this.carried > this.max) this.drain(false);
    }
  }

  /** The end of the input: what is left is the last segment. */
  end(): void {
    if (this.stopped) return;
    if (this.carried > 0) this.drain(true);
    if (this.stopped) return;
    this.reportJunk(this.position);
    if (this.first) this.sink.fault('wire/x12/empty', 0);
    this.stopped = true;
  }

  /** Goes on at another offset of the same file. Everything pushed so far ended at the end of a segment. */
  jumpTo(offset: number): void {
    // A header waits for more bytes than its own; none will come.
    if (this.carried > 0) this.drain(true);
    this.position = offset;
    this.carried = 0;
  }

  private drain(final: boolean): void {
    this.view.base = this.position;
    const used = this.consume(this.carry, 0, this.carried, final);
    this.position += used;
    this.carry.copyWithin(0, used, this.carried);
    this.carried -= used;
  }

  /** How much of the chunk to add to the carry before looking again. */
  private reach(chunk: Uint8Array, from: number): number {
    if (this.inHeader) return Math.min(chunk.length, from + HEADER_WINDOW);
    const skip = Math.max(from, from + this.wanted - this.carried);
    if (skip >= chunk.length) return chunk.length;
    const found = chunk.indexOf(this.view.separators.terminator, skip);
    return found < 0 ? chunk.length : found + 1;
  }

  private keep(bytes: Uint8Array, from: number, to: number): void {
    const length = to - from;
    if (this.carried + length > this.carry.length) {
      const grown = new Uint8Array(Math.max(4096, 2 * this.carry.length, this.carried + length));
      grown.set(this.carry.subarray(0, this.carried));
      this.carry = grown;
    }
    this.carry.set(bytes.subarray(from, to), this.carried);
    this.carried += length;
  }

  private consume(bytes: Uint8Array, from: number, to: number, final: boolean): number {
    this.view.bytes = bytes;
    this.view.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.wanted = 0;
    let at = from;
    while (at < to && !this.stopped) {
      const before = this.inHeader;
      const next = before ? this.header(bytes, at, to, final) : this.scan(bytes, at, to, final);
      if (next < 0) {
        this.sink.released?.();
        return -next - 1;
      }
      at = next;
    }
    this.sink.released?.();
    return this.stopped ? to : at;
  }

  /** The hot loop. Returns where to go on, or -(start of the unfinished segment) - 1. */
  private scan(bytes: Uint8Array, from: number, to: number, final: boolean): number {
    const view = this.view;
    const { words } = view;
    const { element, terminator } = view.separators;
    const elements = Math.imul(element, 0x01010101);
    const terminators = Math.imul(terminator, 0x01010101);
    const learns = this.sink.learns === true;
    let at = from;
    for (;;) {
      if (learns) at = this.sink.passed!(view, at, to);
      while (at < to && bytes[at]! <= 32) at++;
      if (at >= to) return to;
      const start = at;
      let { starts } = view;
      let count = 1;
      let ended = false;
      // Four bytes at a time while there is room for their elements, then one by one.
      for (; at + 4 <= to && count + 4 < starts.length; at += 4) {
        const word = words.getInt32(at, true);
        let marks = zeroBytes(word ^ elements);
        const ends = zeroBytes(word ^ terminators);
        if (ends !== 0) marks &= (ends & -ends) - 1;
        for (; marks !== 0; marks &= marks - 1) starts[count++] = at + ((39 - Math.clz32(marks & -marks)) >>> 3);
        if (ends === 0) continue;
        at += (31 - Math.clz32(ends & -ends)) >>> 3;
        ended = true;
        break;
      }
      for (; !ended && at < to; at++) {
        const byte = bytes[at]!;
        if (byte === element) {
          if (count === starts.length) starts = view.starts = longer(starts);
          starts[count++] = at + 1;
        } else if (byte === terminator) break;
      }
      if (at >= to && !final) return this.unfinished(start, to);
      starts[0] = start;
      view.id = identifier(bytes, start, count > 1 ? starts[1]! - 1 : at);
      if ((view.id === BIN || view.id === BDS) && count > 2) {
        const length = this.binary(bytes, start, at, to, count);
        if (length < 0 && !final) return -start - 1;
        if (length >= 0) {
          at = Math.min(to, length);
          count = view.id === BIN ? 3 : 4;
        }
      }
      if (view.id === ISA || (view.id === 0 && beginsWithIsa(bytes, start, at))) {
        this.inHeader = true;
        return start;
      }
      if (at - start > this.max) return this.tooLong(start, to);
      if (at >= to) this.sink.fault('wire/x12/segment-unterminated', view.base + start);
      view.start = start;
      view.count = count;
      // A line end in front of the terminator is decoration, unless it is a separator itself.
      const last = starts[count - 1]!;
      let end = at;
      while (end > last && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
      view.end = end;
      view.next = at = Math.min(to, at + 1);
      if (end > start) this.sink.segment(view);
      else this.sink.fault('wire/x12/segment-empty', view.base + start);
      if (view.id === IEA) {
        this.inHeader = true;
        return at;
      }
    }
  }

  private unfinished(start: number, to: number): number {
    return to - start > this.max ? this.tooLong(start, to) : -start - 1;
  }

  private tooLong(start: number, to: number): number {
    this.sink.fault('wire/x12/segment-too-long', this.view.base + start, `The limit is ${this.max} bytes.`);
    this.stopped = true;
    return to;
  }

  /** End of a segment with binary data of declared length; -1 when more bytes are needed. Falls back to `found`. */
  private binary(bytes: Uint8Array, start: number, found: number, to: number, count: number): number {
    const { starts, id } = this.view;
    const lengthElement = id === BIN ? 1 : 2;
    if (count <= lengthElement + 1) return found;
    let length = 0;
    for (let i = starts[lengthElement]!; i < starts[lengthElement + 1]! - 1; i++) length = length * 10 + bytes[i]! - 48;
    const end = starts[lengthElement + 1]! + length;
    if (!(length >= 0) || end - start > this.max) return found;
    // Beyond `to` the buffer may hold what an earlier segment left there.
    if (end < to) return bytes[end] === this.view.separators.terminator ? end : found;
    this.wanted = end - start + 1;
    return -1;
  }

  private header(bytes: Uint8Array, from: number, to: number, final: boolean): number {
    let at = from;
    while (at < to && (isBlank(bytes[at]!) || (!this.first && bytes[at] === 0))) at++;
    if (at >= to) return to;
    if (to - at < HEADER_WINDOW && !final) return -at - 1;
    if (beginsWithIsa(bytes, at, to)) return this.interchange(bytes, at, to);
    if (this.first) return this.bare(bytes, at, to);
    if (this.junkFrom < 0) this.junkFrom = this.view.base + at;
    at++;
    // The next I may begin an ISA.
    while (at < to && bytes[at] !== 0x49) at++;
    return at;
  }

  private interchange(bytes: Uint8Array, at: number, to: number): number {
    const view = this.view;
    this.reportJunk(view.base + at);
    const header = readHeader(bytes, at, to);
    if (!header || header.separators.terminator === 0x20) return this.refuse('wire/x12/header-malformed', at, to);
    if (!header.fixed) this.sink.fault('wire/x12/header-length', view.base + at);
    if (header.separators.element === header.separators.terminator) {
      return this.refuse('wire/x12/separators-clash', at, to);
    }
    if (separatorsClash(header.separators)) this.sink.fault('wire/x12/separators-clash', view.base + at);
    const { element } = header.separators;
    view.separators = header.separators;
    view.id = ISA;
    view.start = view.starts[0] = at;
    view.count = 1;
    for (let i = at; i < header.end && view.count <= 16; i++)
      if (bytes[i] === element) view.starts[view.count++] = i + 1;
    view.end = view.starts[16]! + 1;
    view.next = header.end + 1;
    this.first = this.inHeader = false;
    this.sink.segment(view);
    return view.next;
  }

  /** Data without an interchange: read all the same, and say so. */
  private bare(bytes: Uint8Array, at: number, to: number): number {
    const id = identifier(bytes, at, at + 2);
    const known = id === GS || id === ST;
    const separators = known ? guessSeparators(bytes, at, to) : undefined;
    if (!separators) return this.refuse('wire/x12/not-x12', at, to);
    this.view.separators = separators;
    this.first = this.inHeader = false;
    this.sink.fault('wire/x12/envelope-missing', this.view.base + at);
    return at;
  }

  private refuse(code: WireIssueCode, at: number, to: number): number {
    this.sink.fault(code, this.view.base + at);
    this.first = false;
    this.stopped = true;
    return to;
  }

  private reportJunk(until: number): void {
    if (this.junkFrom < 0) return;
    this.sink.fault('wire/x12/data-outside-interchange', this.junkFrom, `${until - this.junkFrom} bytes.`);
    this.junkFrom = -1;
  }
}

function longer(starts: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * starts.length);
  grown.set(starts);
  return grown;
}

/** Tab, line ends, space, end-of-file mark and the three bytes of a byte order mark. */
function isBlank(byte: number): boolean {
  return (
    byte === 32 ||
    byte === 10 ||
    byte === 13 ||
    byte === 9 ||
    byte === 26 ||
    byte === 0xef ||
    byte === 0xbb ||
    byte === 0xbf
  );
}

function beginsWithIsa(bytes: Uint8Array, at: number, to: number): boolean {
  return at + 3 < to && identifier(bytes, at, at + 3) === ISA;
}

/** Two or three capital letters or digits, packed; 0 for anything else. */
function identifier(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length < 2 || length > 3) return 0;
  const first = bytes[from]!;
  const second = bytes[from + 1]!;
  const third = length === 3 ? bytes[from + 2]! : 0;
  if (IN_ID[first] === 0 || IN_ID[second] === 0 || (length === 3 && IN_ID[third] === 0)) return 0;
  return (first << 16) | (second << 8) | third;
}

const IN_ID = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number((byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57)),
);
