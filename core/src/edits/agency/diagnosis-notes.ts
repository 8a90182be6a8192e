import { type TableFile, section } from './layout.ts';
import { packDiagnosis, unpackDiagnosis } from './packed-code.ts';
import { TextPool } from './text-pool.ts';

/** The notes of the tabular list that say something about two codes on one claim, or about their order. */
export const NOTE_KINDS = ['excludes1', 'excludes2', 'code-first', 'use-additional', 'code-also'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export interface DiagnosisNote {
  readonly kind: NoteKind;
  /** The code, section or chapter at which the note stands. */
  readonly scope: string;
  /** The agency's words (public domain). */
  readonly text: string;
}

const EXCLUDES1 = NOTE_KINDS.indexOf('excludes1');

/**
 * A note stands at a scope (a range of codes) and names targets (ranges of codes). Notes of a chapter, section or
 * category hold for everything below; the notes that can hold for a code are listed once for its three-character category.
 */
export class DiagnosisNotes {
  readonly #categories: Float64Array;
  readonly #offsets: Uint32Array;
  readonly #listed: Uint32Array;
  readonly #kind: Uint8Array;
  readonly #scopeFrom: Float64Array;
  readonly #scopeEnd: Float64Array;
  readonly #targetOffsets: Uint32Array;
  readonly #targetFrom: Float64Array;
  readonly #targetEnd: Float64Array;
  readonly #texts: TextPool;
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    this.#categories = section(file, 'categories', 'f64');
    this.#offsets = section(file, 'offsets', 'u32');
    this.#listed = section(file, 'listed', 'u32');
    this.#kind = section(file, 'kind', 'u8');
    this.#scopeFrom = section(file, 'scope-from', 'f64');
    this.#scopeEnd = section(file, 'scope-end', 'f64');
    this.#targetOffsets = section(file, 'target-offsets', 'u32');
    this.#targetFrom = section(file, 'target-from', 'f64');
    this.#targetEnd = section(file, 'target-end', 'f64');
    this.#texts = new TextPool(file, 'texts');
  }

  get size(): number {
    return this.#kind.length;
  }

  /**
   * The "never together" note that stands between two codes, in either direction, or `undefined`. The guideline
   * allows both codes when the two conditions are unrelated, which a claim cannot show.
   */
  excludes1(one: string, other: string): DiagnosisNote | undefined {
    const [a, b] = [packDiagnosis(one), packDiagnosis(other)];
    if (a < 0 || b < 0 || a === b) return undefined;
    const note = this.#between(a, b);
    const found = note < 0 ? this.#between(b, a) : note;
    return found < 0 ? undefined : this.#note(found);
  }

  #between(scoped: number, named: number): number {
    const [from, end] = this.#range(scoped);
    for (let at = from; at < end; at++) {
      const note = this.#listed[at]!;
      if (this.#kind[note] !== EXCLUDES1 || !this.#holdsFor(note, scoped)) continue;
      // When the note's own target takes in both codes, it does not speak about this pair.
      if (this.#names(note, named) && !this.#names(note, scoped)) return note;
    }
    return -1;
  }

  /** Every note of a kind that holds for a code, its own and those of the headings above it. */
  notes(code: string, kind: NoteKind): readonly DiagnosisNote[] {
    const packed = packDiagnosis(code);
    if (packed < 0) return [];
    const [from, end] = this.#range(packed);
    const wanted = NOTE_KINDS.indexOf(kind);
    const found: DiagnosisNote[] = [];
    for (let at = from; at < end; at++) {
      const note = this.#listed[at]!;
      if (this.#kind[note] === wanted && this.#holdsFor(note, packed)) found.push(this.#note(note));
    }
    return found;
  }

  #range(packed: number): readonly [number, number] {
    const category = packed - (packed % 37 ** 4);
    let low = 0;
    let high = this.#categories.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#categories[middle]! < category) low = middle + 1;
      else high = middle;
    }
    return this.#categories[low] === category ? [this.#offsets[low]!, this.#offsets[low + 1]!] : [0, 0];
  }

  #holdsFor(note: number, packed: number): boolean {
    return this.#scopeFrom[note]! <= packed && packed < this.#scopeEnd[note]!;
  }

  #names(note: number, packed: number): boolean {
    for (let target = this.#targetOffsets[note]!; target < this.#targetOffsets[note + 1]!; target++)
      if (this.#targetFrom[target]! <= packed && packed < this.#targetEnd[target]!) return true;
    return false;
  }

  #note(note: number): DiagnosisNote {
    const kind = NOTE_KINDS[this.#kind[note]!]!;
    return { kind, scope: unpackDiagnosis(this.#scopeFrom[note]!), text: this.#texts.at(note) };
  }
}
