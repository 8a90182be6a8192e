import type { SegmentView } from '../segment-view.ts';

/** Rows of a loop. */
const MOST = 10;
/** Integers of a row: the first eight bytes and which of them count, place in the map, element and code that must be there. */
const ROW = 7;
const LOOP = MOST * ROW;

/**
 * Where in the map a segment belongs, told by how it opens: by loop, its id with the qualifier behind it. For segments that
 * are new every time, such as patients and control numbers.
 */
export class Openings {
  /** First element of the segment found last, when that is what told it apart; -1 when it is not. */
  qualifier = -1;
  private rows = new Int32Array(0);
  private element = 0;

  clear(): void {
    this.rows.fill(0);
  }

  /** Number in the map of the segment in [from, end); -1 when no such segment came behind this loop before. */
  find(loop: number, words: DataView, from: number, end: number): number {
    if (end - from < 8) return -1;
    const first = words.getInt32(from, true);
    const second = words.getInt32(from + 4, true);
    const { rows } = this;
    const last = Math.min(rows.length, (loop + 1) * LOOP);
    for (let row = loop * LOOP; row < last && rows[row] !== 0; row += ROW) {
      if (((first ^ rows[row]!) & rows[row + 1]!) !== 0) continue;
      if (((second ^ rows[row + 2]!) & rows[row + 3]!) !== 0) continue;
      const asked = rows[row + 5]!;
      const code = rows[row + 6]!;
      if (asked !== 0 && this.codeAt(words, from, end, asked) !== code) continue;
      this.qualifier = asked === 0 ? code : -1;
      return rows[row + 4]!;
    }
    return -1;
  }

  /**
   * The segment of the view has this number behind the loop, and its element `asked` alone decided it (0: none did, -1:
   * several).
   */
  learn(loop: number, view: SegmentView, spec: number, asked: number): void {
    const { start, end, words, starts, count } = view;
    if (asked < 0 || count < 2 || end - start < 8) return;
    const code = view.code(asked);
    if (code < 0 || this.find(loop, words, start, end) >= 0) return;
    let to = starts[1]!;
    if (asked === 1) {
      const { element, component, repetition } = view.separators;
      const isEnd = (byte: number): boolean => byte === element || byte === component || byte === repetition;
      while (to < end && !isEnd(words.getUint8(to))) to++;
      if (to++ === end) return;
    }
    const length = to - start;
    let row = loop * LOOP;
    if (row + LOOP > this.rows.length) this.rows = longer(this.rows, row + LOOP);
    const { rows } = this;
    while (row < (loop + 1) * LOOP && rows[row] !== 0) row += ROW;
    if (length > 8 || row === (loop + 1) * LOOP) return;
    this.element = view.separators.element;
    rows[row + 1] = maskOf(length);
    rows[row + 3] = maskOf(length - 4);
    rows[row] = words.getInt32(start, true) & rows[row + 1]!;
    rows[row + 2] = words.getInt32(start + 4, true) & rows[row + 3]!;
    rows[row + 4] = spec;
    rows[row + 5] = asked > 1 ? asked : 0;
    rows[row + 6] = asked === 0 ? -1 : code;
  }

  /** Up to three bytes of an element that is no composite, packed; -1 for anything else. */
  private codeAt(words: DataView, from: number, end: number, asked: number): number {
    const { element } = this;
    let at = from;
    for (let passed = 0; passed < asked; at++) {
      if (at === end) return -1;
      if (words.getUint8(at) === element) passed++;
    }
    let code = 0;
    for (let shift = 16; at < end; at++, shift -= 8) {
      const byte = words.getUint8(at);
      if (byte === element) break;
      if (shift < 0) return -1;
      code |= byte << shift;
    }
    return code;
  }
}

/** The lowest bytes of an integer, as many of them. */
function maskOf(bytes: number): number {
  return bytes >= 4 ? -1 : bytes <= 0 ? 0 : (1 << (8 * bytes)) - 1;
}

function longer(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length);
  grown.set(numbers);
  return grown;
}
