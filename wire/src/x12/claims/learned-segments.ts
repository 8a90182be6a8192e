import type { SegmentSpec, TransactionMap } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';

/** A power of two. */
const SLOTS = 4096;
/** Integers of a slot: loop and length, place in the map and role, three that were made of the segment, its bytes. */
const SIZE = 24;
const BYTES = 5;
const LONGEST = 4 * (SIZE - BYTES);
const ASKED = 1 << 30;
/** Texts are forgotten when there are this many. */
const MOST_VALUES = 4000;

/** What a level above the claims takes from a segment, and where its elements begin. */
export interface LevelSays {
  readonly values: readonly (string | undefined)[];
  readonly marks: Int32Array;
}

/**
 * Segments that come again and again byte for byte, such as lines of the same service, parties and payers, by the loop
 * that they stand behind: what one of them means is worked out once. A table of fixed size in which every segment has
 * one slot; what was asked for lately is not put out by what comes once. `find` says whether a segment is known, and
 * sets what it means.
 */
export class LearnedSegments {
  spec!: SegmentSpec;
  role = 0;
  /** What the sketch made of it: words, an amount, a number or a day, as its role has it. */
  first = 0;
  second = 0;
  third = 0;
  private readonly slots = new Int32Array(SLOTS * SIZE);
  /** The digest of the segment of each slot. Small, so that what is not known is seen without a look at the slots. */
  private readonly tags = new Int32Array(SLOTS);
  private values: LevelSays[] = [];
  private map: TransactionMap | undefined;

  /** Loops are those of this map from now on. */
  readBy(map: TransactionMap): void {
    if (map !== this.map) this.clear();
    this.map = map;
  }

  clear(): void {
    this.slots.fill(0);
    this.tags.fill(0);
    this.values = [];
  }

  /** What the level above the claims takes from the segment that was found. */
  get said(): LevelSays {
    return this.values[this.first]!;
  }

  /** The segment of the view, when it stands behind the same loop as once before. `hash` is that of its bytes. */
  find(loop: number, { start, end, words }: SegmentView, hash: number): boolean {
    const { slots, tags } = this;
    const tag = tagOf(loop, hash);
    if (tags[tag & (SLOTS - 1)] !== tag) return false;
    let at = (tag & (SLOTS - 1)) * SIZE;
    if (slots[at] !== kindOf(loop, end - start)) return false;
    const what = slots[at + 1]!;
    if ((what & ASKED) === 0) slots[at + 1] = what | ASKED;
    this.spec = this.map!.segments[what & 0xffff]!;
    this.role = (what >>> 16) & 0xff;
    this.first = slots[at + 2]!;
    this.second = slots[at + 3]!;
    this.third = slots[at + 4]!;
    at += BYTES;
    const whole = end - ((end - start) & 3);
    let next = start;
    for (; next < whole; next += 4) if (slots[at++] !== words.getInt32(next, true)) return false;
    return whole === end || slots[at] === rest(words, next, end);
  }

  /** `values`: what the level above the claims takes from it; otherwise three integers say what it means. */
  learn(
    loop: number,
    view: SegmentView,
    hash: number,
    spec: SegmentSpec,
    role: number,
    made: { readonly first: number; readonly second: number; readonly third: number } | LevelSays,
  ): void {
    const { start, end, words } = view;
    const { slots } = this;
    if (end - start > LONGEST) return;
    const tag = tagOf(loop, hash);
    let at = (tag & (SLOTS - 1)) * SIZE;
    if ((slots[at + 1]! & ASKED) !== 0) {
      slots[at + 1]! &= ~ASKED;
      return;
    }
    if ('first' in made) {
      if ((made.first | 0) !== made.first) return;
      slots[at + 2] = made.first;
      slots[at + 3] = made.second;
      slots[at + 4] = made.third;
    } else {
      if (this.values.length === MOST_VALUES) this.clear();
      slots[at + 2] = this.values.push(made) - 1;
    }
    this.tags[tag & (SLOTS - 1)] = tag;
    slots[at] = kindOf(loop, end - start);
    slots[at + 1] = spec.index | (role << 16);
    at += BYTES;
    const whole = end - ((end - start) & 3);
    let next = start;
    for (; next < whole; next += 4) slots[at++] = words.getInt32(next, true);
    if (whole < end) slots[at] = rest(words, next, end);
  }
}

/** The last bytes, which do not fill a word. */
function rest(words: DataView, from: number, end: number): number {
  let value = 0;
  for (let at = end - 1; at >= from; at--) value = (value << 8) | words.getUint8(at);
  return value;
}

function tagOf(loop: number, hash: number): number {
  const mixed = Math.imul(hash ^ loop, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function kindOf(loop: number, length: number): number {
  return (loop << 8) | length;
}
