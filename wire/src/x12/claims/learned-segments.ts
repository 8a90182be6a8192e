import type { SegmentSpec, TransactionMap } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';
import { Openings } from './openings.ts';

/** A power of two. */
const SLOTS = 4096;
/**
 * Integers of a slot: loop and length, place in the map and role, three that were made of the segment, its last bytes,
 * which do not fill an integer, and all before them.
 */
const SIZE = 24;
const LAST = 5;
const BYTES = 6;
const LONGEST = 4 * (SIZE - BYTES) + 3;
const ASKED = 1 << 30;
/** Texts are forgotten when there are this many. */
const MOST_VALUES = 4000;

/** What a level above the claims takes from a segment. */
export type LevelSays = readonly (string | undefined)[];

/**
 * Segments that come again and again byte for byte, such as lines of the same service, parties and payers, by the loop
 * that they stand behind: what one of them means is worked out once. A table of fixed size in which every segment has
 * one slot; what was asked for lately is not put out by what comes once. `find` says whether a segment is known, and
 * sets what it means.
 */
export class LearnedSegments {
  /** Its number in the map. */
  spec = 0;
  role = 0;
  /** What the sketch made of it: words, an amount, a number or a day, as its role has it. */
  first = 0;
  second = 0;
  third = 0;
  /** Where the segment looked at last ends; -1 when that is not to be seen. */
  end = -1;
  /** For segments that are new. */
  readonly openings = new Openings();
  private readonly slots = new Int32Array(SLOTS * SIZE);
  /** A byte of the digest of the segment of each slot: most of what is not known is seen without a look at the slots. */
  private readonly tags = new Uint8Array(SLOTS);
  private values: LevelSays[] = [];
  private map: TransactionMap | undefined;
  /** Four times the byte that ends a segment. */
  private terminators = 0;

  /** Loops are those of this map from now on. */
  readBy(map: TransactionMap, terminator: number): void {
    const terminators = Math.imul(terminator, 0x01010101);
    if (map !== this.map || terminators !== this.terminators) this.clear();
    this.map = map;
    this.terminators = terminators;
  }

  clear(): void {
    this.slots.fill(0);
    this.tags.fill(0);
    this.values = [];
    this.openings.clear();
  }

  /** What the level above the claims takes from the segment that was found. */
  get said(): LevelSays {
    return this.values[this.first]!;
  }

  /** Whether the segment at `from` is known behind this loop. Its bytes are searched for their end four at a time. */
  find(loop: number, words: DataView, from: number, to: number): boolean {
    const { slots, tags, terminators } = this;
    this.end = -1;
    let hash = loop;
    let at = from;
    let last = 0;
    for (; ; at += 4) {
      if (at + 4 > to) return false;
      const word = words.getInt32(at, true);
      // A byte of `other` is zero where the terminator stands; the lowest bit of `zeros` tells the first of them.
      const other = word ^ terminators;
      const zeros = (other - 0x01010101) & ~other & 0x80808080;
      if (zeros === 0) {
        hash = mixed(hash, word);
        continue;
      }
      const bits = 24 - (Math.clz32(zeros & -zeros) & 24);
      last = word & ((1 << bits) - 1);
      this.end = at + (bits >>> 3);
      break;
    }
    const tag = tagOf(hash, last);
    if (tags[tag & (SLOTS - 1)] !== tag >>> 24) return false;
    let slot = (tag & (SLOTS - 1)) * SIZE;
    if (slots[slot] !== kindOf(loop, this.end - from) || slots[slot + LAST] !== last) return false;
    const what = slots[slot + 1]!;
    if ((what & ASKED) === 0) slots[slot + 1] = what | ASKED;
    this.spec = what & 0xffff;
    this.role = (what >>> 16) & 0xff;
    this.first = slots[slot + 2]!;
    this.second = slots[slot + 3]!;
    this.third = slots[slot + 4]!;
    slot += BYTES;
    for (let next = from; next < at; next += 4) if (slots[slot++] !== words.getInt32(next, true)) return false;
    return true;
  }

  /** `values`: what the level above the claims takes from it; otherwise three integers say what it means. */
  learn(
    loop: number,
    view: SegmentView,
    spec: SegmentSpec,
    role: number,
    made: { readonly first: number; readonly second: number; readonly third: number } | LevelSays,
  ): void {
    const { start, end, words } = view;
    const { slots } = this;
    if (end - start > LONGEST) return;
    const whole = end - ((end - start) & 3);
    let hash = loop;
    for (let next = start; next < whole; next += 4) hash = mixed(hash, words.getInt32(next, true));
    const last = rest(words, whole, end);
    const tag = tagOf(hash, last);
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
    this.tags[tag & (SLOTS - 1)] = tag >>> 24;
    slots[at] = kindOf(loop, end - start);
    slots[at + 1] = spec.index | (role << 16);
    slots[at + LAST] = last;
    at += BYTES;
    for (let next = start; next < whole; next += 4) slots[at++] = words.getInt32(next, true);
  }
}

/** The last bytes, which do not fill a word. */
function rest(words: DataView, from: number, end: number): number {
  let value = 0;
  for (let at = end - 1; at >= from; at--) value = (value << 8) | words.getUint8(at);
  return value;
}

function mixed(hash: number, word: number): number {
  return (Math.imul(hash, 0x9e3779b1) + word) | 0;
}

function tagOf(hash: number, last: number): number {
  const mix = mixed(hash, last);
  const product = Math.imul(mix ^ (mix >>> 15), 0x2c1b3c6d);
  return product ^ (product >>> 13);
}

function kindOf(loop: number, length: number): number {
  // An empty slot is that of no segment.
  return ((loop + 1) << 8) | length;
}
