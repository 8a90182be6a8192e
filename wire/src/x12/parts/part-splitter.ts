import type { FilePlace } from '../claims/claim-reader.ts';
import type { FilePart, Replay } from './file-part.ts';
import { findLevel, findSegment, findSegmentBack, segmentsIn } from './find-segment.ts';

const INTERCHANGE = Buffer.from('ISA');
const GROUP = Buffer.from('GS');
const TRANSACTION = Buffer.from('ST');
const LEVEL = Buffer.from('HL');
const HEADS = [INTERCHANGE, GROUP, TRANSACTION];
const NONE = Number.POSITIVE_INFINITY;

/** Separators of the interchange in force; guessed by nobody: without an ISA the file is one part. */
interface Marks {
  readonly element: number;
  readonly terminator: number;
}

/** Where a splitter stands. */
export interface SplitterState {
  readonly marks: Marks | undefined;
  readonly isa: Replay | undefined;
  readonly group: Replay | undefined;
  readonly head: Replay | undefined;
  readonly provider: Replay | undefined;
  readonly place: FilePlace;
  readonly begins: boolean;
}

/**
 * Cuts a claim file into parts that workers can read at the same time: before a transaction, or, inside a long one,
 * before a subscriber. `cut` is handed consecutive stretches; it says how much of each is a part of its own.
 */
export class PartSplitter {
  private marks: Marks | undefined;
  private isa: Replay | undefined;
  private group: Replay | undefined;
  private head: Replay | undefined;
  private provider: Replay | undefined;
  private place: FilePlace = { offset: 0, interchange: 0, group: 0, transaction: 0, ordinal: 0 };
  private begins = true;

  /** What is known at the present place of the file, as plain data: a later run can go on from it. */
  get state(): SplitterState {
    const { marks, isa, group, head, provider, place, begins } = this;
    return { marks, isa, group, head, provider, place, begins };
  }

  /** Goes on where another splitter stood. */
  restore({ marks, isa, group, head, provider, place, begins }: SplitterState): void {
    this.marks = marks;
    this.isa = isa;
    this.group = group;
    this.head = head;
    this.provider = provider;
    this.place = place;
    this.begins = begins;
  }

  /**
   * The part at the beginning of `bytes`, which continue the file where the last part ended. The rest of the bytes must
   * be handed in again, with more behind them. `last`: no more is to come.
   */
  cut(bytes: Buffer, last: boolean): FilePart {
    if (this.place.offset === 0 && !this.marks) this.marks = marksOf(bytes, 0);
    const [at, inside] = last ? [bytes.length, false] : this.boundary(bytes);
    const ends = at > 0;
    const length = ends ? at : bytes.length;
    const replay = this.begins
      ? [
          this.isa,
          this.group,
          this.place.ordinal > 0 ? this.head : undefined,
          this.place.ordinal > 0 ? this.provider : undefined,
        ]
      : [];
    const part: FilePart = {
      bytes: bytes.subarray(0, length),
      begins: this.begins,
      ends,
      last,
      place: this.place,
      replay: replay.filter((one) => one !== undefined),
    };
    this.pass(bytes, length, inside);
    this.begins = ends;
    return part;
  }

  /** The last place in the bytes where a part can begin; 0 when there is none. `true`: inside a transaction. */
  private boundary(bytes: Buffer): readonly [number, boolean] {
    if (!this.marks) return [0, false];
    const { element, terminator } = this.marks;
    const transaction = findSegmentBack(bytes, TRANSACTION, element, terminator, bytes.length);
    // Long enough to be worth it: otherwise a file of one transaction would come in crumbs.
    if (transaction > bytes.length / 4) return [transaction, false];
    for (let at = bytes.length; ;) {
      at = findSegmentBack(bytes, LEVEL, element, terminator, at);
      if (at <= 0) return [Math.max(0, transaction), false];
      if (findLevel(bytes, at, element, terminator) === '22') return [at, true];
    }
  }

  /** Keeps what later parts must know of the bytes that were just given away. */
  private pass(bytes: Buffer, length: number, inside: boolean): void {
    const { offset } = this.place;
    let { interchange, group, transaction, ordinal } = this.place;
    if (!this.marks) {
      this.place = { ...this.place, offset: offset + length };
      return;
    }
    let from = 0;
    // Where each of them comes next. It is looked for again when it was passed, or when the separators are others.
    let found = [0, 0, 0];
    for (;;) {
      const { element, terminator } = this.marks;
      found = found.map((at, kind) =>
        at === NONE || at > from
          ? at
          : place(findSegment(bytes, HEADS[kind]!, element, terminator, from, length, kind === 0 && offset === 0)),
      );
      const next = Math.min(...found);
      if (next === NONE) break;
      const end = segmentEnd(bytes, next, terminator, length);
      const here = { offset: offset + next, interchange, group, transaction, ordinal: 0 };
      if (bytes[next] === INTERCHANGE[0]) {
        this.marks = marksOf(bytes, next) ?? this.marks;
        const whole = segmentEnd(bytes, next, this.marks.terminator, length);
        this.isa = { bytes: Uint8Array.from(bytes.subarray(next, whole)), place: here };
        this.group = undefined;
        interchange++;
        group = transaction = ordinal = 0;
        from = whole;
        found = [from, from, from];
        continue;
      }
      if (bytes[next] === GROUP[0]) {
        this.group = { bytes: Uint8Array.from(bytes.subarray(next, end)), place: here };
        group++;
        transaction = ordinal = 0;
      } else {
        this.head = this.provider = undefined;
        ordinal = 0;
        if (inside) this.keepHead(bytes, next, length, here);
        transaction++;
      }
      from = end;
    }
    if (inside)
      ordinal = this.keepProvider(bytes, length, {
        offset,
        interchange,
        group,
        transaction,
        ordinal: this.place.ordinal,
      });
    else ordinal = 0;
    this.place = { offset: offset + length, interchange, group, transaction, ordinal };
  }

  /** From ST to the first level. */
  private keepHead(bytes: Buffer, start: number, length: number, place: FilePlace): void {
    const { element, terminator } = this.marks!;
    const level = findSegment(bytes, LEVEL, element, terminator, start, length);
    const end = level < 0 ? length : level;
    this.head = { bytes: Uint8Array.from(bytes.subarray(start, end)), place };
  }

  /** The last billing provider of the transaction that goes on, and how many of its segments have passed. */
  private keepProvider(bytes: Buffer, length: number, before: FilePlace): number {
    const { element, terminator } = this.marks!;
    const start = findSegmentBack(bytes, TRANSACTION, element, terminator, length);
    const from = Math.max(0, start);
    const passed = start >= 0 ? 0 : before.ordinal;
    for (let at = length; ;) {
      at = findSegmentBack(bytes, LEVEL, element, terminator, at);
      if (at < from || at < 0) break;
      if (findLevel(bytes, at, element, terminator) !== '20') continue;
      const next = findSegment(bytes, LEVEL, element, terminator, at + 2, length);
      const end = next < 0 ? length : next;
      const place = {
        ...before,
        offset: before.offset + at,
        ordinal: passed + segmentsIn(bytes, terminator, from, at),
      };
      this.provider = { bytes: Uint8Array.from(bytes.subarray(at, end)), place };
      break;
    }
    return passed + segmentsIn(bytes, terminator, from, length);
  }
}

function place(found: number): number {
  return found < 0 ? NONE : found;
}

function segmentEnd(bytes: Buffer, from: number, terminator: number, length: number): number {
  const at = bytes.indexOf(terminator, from);
  return at < 0 || at >= length ? length : at + 1;
}

/** The separators that an ISA segment of fixed length declares. */
function marksOf(bytes: Buffer, from: number): Marks | undefined {
  let at = from;
  while (at < bytes.length && (bytes[at]! <= 32 || bytes[at]! >= 0xef || bytes[at] === 0xbb || bytes[at] === 0xbf))
    at++;
  if (bytes.toString('latin1', at, at + 3) !== 'ISA') return undefined;
  const element = bytes[at + 3];
  const terminator = bytes[at + 105];
  if (element === undefined || terminator === undefined || bytes[at + 103] !== element) return undefined;
  return { element, terminator };
}
