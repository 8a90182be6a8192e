import type { ClaimReach } from './claim-reach.ts';
import { HEAD, LINE, linesIn, longModifiers, modifiersIn } from './record.ts';

/** Who may have something to say of a claim in the light of the patient's others. */
export const EDITS = 1;
export const COUNTS = 2;
/** Nothing was looked at beforehand: all criteria are asked about all lines. */
export const UNSEEN = 4;
/** A claim before it in the files is of the same day, and policies look at its own services. */
export const SAME_DAY = 16;
/** Some claim of the patient lies on several days: only the claims themselves say more. */
export const SEVERAL = 8;

const MOST_SPOKEN = 10_000;
const NEVER = 0x7fffffff;

/**
 * The records of one heap by patient, in typed arrays: most claims of a patient say nothing about each other, and that
 * can be seen without making a claim of a record.
 */
export class HeapIndex {
  bytes: Buffer = Buffer.alloc(0);
  view: DataView = new DataView(this.bytes.buffer, 0, 0);
  count = 0;
  /** Where each record begins, in the order of the file. */
  offsets = new Int32Array(0);
  /** The next record of the same patient, -1 at the last. */
  next = new Int32Array(0);
  /** Earlier days by group, of the record asked about last; more than there are when claims share a day. */
  readonly reached = new Int32Array(32);
  /** How many days before it the nearest one of each group lies; more than any where there is none. */
  readonly nearest = new Int32Array(32);
  /** How many records there are of the patient whose first one this is. */
  sizes = new Int32Array(0);
  /** The first record of each patient, in the order of the file. */
  patients: readonly number[] = [];
  /** First day of service; -1 when a claim has several. */
  #days = new Int32Array(0);
  /** Days after which it matters no longer. */
  #after = new Uint8Array(0);
  #back = new Uint8Array(0);
  /** Groups that a claim is counted in, and those that are counted for it. */
  #counted = new Int32Array(0);
  #asked = new Int32Array(0);
  /** By slot: the first and the last record of a patient. */
  #firsts = new Int32Array(0);
  #lasts = new Int32Array(0);
  readonly #reach: ClaimReach;
  readonly #spoken = new Map<number, boolean>();

  constructor(reach: ClaimReach) {
    this.#reach = reach;
  }

  /** Takes the records of another heap: its memory serves all heaps, one after another. */
  load(bytes: Uint8Array): void {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.count = this.#countRecords();
    if (this.count > this.offsets.length) this.#makeRoom(this.count);
    this.next.fill(-1, 0, this.count);
    this.sizes.fill(0, 0, this.count);
    for (const sums of [this.#after, this.#back, this.#counted, this.#asked]) sums.fill(0, 0, this.count);
    this.patients = this.#index();
  }

  #makeRoom(count: number): void {
    const room = Math.ceil(1.5 * count);
    this.offsets = new Int32Array(room);
    this.next = new Int32Array(room);
    this.sizes = new Int32Array(room);
    this.#days = new Int32Array(room);
    this.#after = new Uint8Array(room);
    this.#back = new Uint8Array(room);
    this.#counted = new Int32Array(room);
    this.#asked = new Int32Array(room);
    let slots = 16;
    while (slots < 2 * room) slots *= 2;
    this.#firsts = new Int32Array(slots);
    this.#lasts = new Int32Array(slots);
  }

  /** Who may have something to say of a record in the light of the others of its patient; 0: nobody. */
  matters(record: number, first: number): number {
    const day = this.#days[record]!;
    if (this.next[first] === -1) return day < 0 ? COUNTS | SEVERAL : 0;
    let earlier = 0;
    let who = 0;
    const asked = this.#asked[record]!;
    const { counts, fewest } = this.#reach;
    const { reached, nearest } = this;
    if (asked !== 0) {
      reached.fill(0);
      nearest.fill(NEVER);
    }
    let sameDay = 0;
    for (let other = first; other !== -1; other = this.next[other]!) {
      if (other === record) continue;
      const theirs = this.#days[other]!;
      // Claims over several days are looked at themselves.
      if (day < 0 || theirs < 0) return EDITS | COUNTS | SAME_DAY | SEVERAL;
      if (theirs > day) continue;
      if (theirs === day) {
        who |= EDITS;
        if (other < record && asked !== 0) who |= SAME_DAY;
        sameDay |= asked & this.#counted[other]!;
        continue;
      }
      earlier++;
      if (this.#back[record] === 1 || day - theirs <= this.#after[other]!) who |= EDITS;
      for (let shared = asked & this.#counted[other]!; shared !== 0; shared &= shared - 1) {
        const bit = 31 - Math.clz32(shared & -shared);
        if (day - theirs < nearest[bit]!) nearest[bit] = day - theirs;
        if (++reached[bit]! >= counts.least[bit]! || day - theirs <= counts.near[bit]!) who |= COUNTS;
      }
    }
    for (; sameDay !== 0; sameDay &= sameDay - 1) reached[31 - Math.clz32(sameDay & -sameDay)]!++;
    return earlier >= fewest ? who | EDITS : who;
  }

  /** Whether the lines of a record lie on several days. */
  isSpread(record: number): boolean {
    return this.#days[record]! < 0;
  }

  /** Whether a policy that looks at other days looks at a service of the record. */
  isAsked(record: number): boolean {
    return this.#asked[record] !== 0;
  }

  #countRecords(): number {
    const { view, bytes } = this;
    let count = 0;
    for (let at = 0; at + HEAD <= bytes.length; count++) {
      const size = view.getUint32(at, true);
      if (size < HEAD || at + size > bytes.length) break;
      at += size;
    }
    return count;
  }

  #index(): readonly number[] {
    const { view, offsets, next, sizes } = this;
    const firsts = this.#firsts.fill(-1);
    const lasts = this.#lasts;
    const size = firsts.length;
    const patients: number[] = [];
    for (let record = 0, at = 0; record < this.count; record++) {
      offsets[record] = at;
      this.#note(record, at);
      const [one, two] = [view.getUint32(at + 4, true), view.getUint32(at + 8, true)];
      let slot = (one ^ Math.imul(two, 0x9e3779b1)) & (size - 1);
      for (; firsts[slot] !== -1; slot = (slot + 1) & (size - 1)) {
        const known = offsets[firsts[slot]!]!;
        if (view.getUint32(known + 4, true) === one && view.getUint32(known + 8, true) === two) break;
      }
      if (firsts[slot] === -1) {
        firsts[slot] = record;
        patients.push(record);
      } else next[lasts[slot]!] = record;
      lasts[slot] = record;
      sizes[firsts[slot]!]!++;
      at += view.getUint32(at, true);
    }
    return patients;
  }

  #note(record: number, at: number): void {
    const { view } = this;
    let line = linesIn(view, at);
    let day = view.getUint16(line + 12, true);
    for (let left = view.getUint8(at + 49); left > 0; left--, line += LINE) {
      if (view.getUint16(line + 12, true) !== day) day = -1;
      const { after, back, counted, asked } = this.#reach.of(view.getUint32(line, true));
      this.#counted[record]! |= counted;
      this.#asked[record]! |= asked;
      if (after > this.#after[record]!) this.#after[record] = after;
      if (back || this.#speaksBack(line)) this.#back[record] = 1;
    }
    this.#days[record] = day;
  }

  #speaksBack(line: number): boolean {
    const key = modifiersIn(this.view, line);
    if (key === 0) return false;
    let known = this.#spoken.get(key);
    if (known === undefined) {
      known = longModifiers(this.view, line).some((modifier) => this.#reach.modifier(modifier));
      if (this.#spoken.size > MOST_SPOKEN) this.#spoken.clear();
      this.#spoken.set(key, known);
    }
    return known;
  }
}
