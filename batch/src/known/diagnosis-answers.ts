import { MOST_DIAGNOSES } from '@interspace/core/edits/checks/diagnoses';
import { diagnosisClass } from '@interspace/core/edits/diagnosis-class';
import { scrubPart } from '@interspace/core/edits/scrub';
import type { Claim } from '@interspace/core/model/claim';
import type { Finding } from '@interspace/core/model/finding';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import type { ClaimJudge } from '../judge/claim-judge.ts';
import type { ClaimDay } from './claim-days.ts';
import { keptFindings, NO_FINDINGS, type KeptFindings, type PartWords } from './part-words.ts';
import { PartStore } from './part-store.ts';
import type { SketchKeys } from './sketch-keys.ts';
import { TextNumbers } from './text-numbers.ts';

/** What the edits of diagnoses say: nothing of most claims, and that is known from the pairs of their diagnoses. */
export class DiagnosisAnswers {
  readonly #judge: ClaimJudge;
  readonly #keys: SketchKeys;
  readonly #words: PartWords;
  readonly full = new PartStore<KeptFindings>();
  readonly clean = new PartStore<object>();
  readonly pairs = new PartStore<object>();
  readonly #lineClasses = new TextNumbers();
  /** Lines, diagnoses with what points at them, and stretch of days of which nothing was said lately. */
  readonly #memo = new Int32Array(4 * MEMO);
  /** The diagnoses of the claim in hand. */
  readonly #all = new Int32Array(MOST_DIAGNOSES);
  #asked: { readonly claim: Claim; readonly found: readonly Finding[] } | undefined;
  /** By the number of the lines. */
  #classesOf: (readonly number[])[] = [];

  constructor(judge: ClaimJudge, keys: SketchKeys, words: PartWords) {
    this.#judge = judge;
    this.#keys = keys;
    this.#words = words;
  }

  get size(): number {
    return this.pairs.size;
  }

  /** Answers about whole lists. */
  get lists(): number {
    return this.full.size + this.clean.size;
  }

  clear(): void {
    this.forgetLists();
    this.pairs.clear();
    this.#lineClasses.clear();
    this.#classesOf = [];
  }

  /** Whole lists of diagnoses; what is known of two of them stays. */
  forgetLists(): void {
    this.full.clear();
    this.clean.clear();
    this.#memo.fill(0);
    this.#asked = undefined;
  }

  of(
    sketch: ClaimSketch,
    day: ClaimDay,
    alone: boolean,
    setting: number,
    lines: number,
    pointed: number,
  ): KeptFindings {
    const { key } = this.#keys;
    const memo = this.#memo;
    const slot = slotOf(lines, pointed, day.diagnoses);
    const lately = !alone && memo[slot] === lines && memo[slot + 1] === pointed && memo[slot + 2] === day.diagnoses;
    if (lately) return NO_FINDINGS;
    const length = alone ? 0 : this.#keyOf(sketch, lines);
    if (length > 0) {
      const clean = this.clean.find(key, length, day.diagnoses, day.number, false);
      if ((clean ?? this.#isClean(sketch, day, lines)) === CLEAN) {
        memo[slot] = lines;
        memo[slot + 1] = pointed;
        memo[slot + 2] = day.diagnoses;
        return NO_FINDINGS;
      }
    }
    key[0] = setting;
    key[1] = lines;
    key[2] = pointed;
    const known = this.full.find(key, 4, day.diagnoses, day.number, alone);
    if (known) return known;
    const { answer, shared } = keptFindings(this.#askWhole(sketch), day, this.#words);
    return this.full.put(answer, shared);
  }

  #isClean(sketch: ClaimSketch, day: ClaimDay, lines: number): object {
    const silent = this.#silent(sketch, day, this.#classesOf[lines]!) || this.#askWhole(sketch).length === 0;
    return this.clean.put(silent ? CLEAN : SPEAKS, true);
  }

  #ask(claim: Claim): readonly Finding[] {
    return scrubPart('diagnoses', claim, this.#judge.contextOf(claim), this.#judge.edits);
  }

  /** The same of the claim in hand, which may be asked about twice. */
  #askWhole(sketch: ClaimSketch): readonly Finding[] {
    const { claim } = sketch.read();
    if (this.#asked?.claim !== claim) this.#asked = { claim, found: this.#ask(claim) };
    return this.#asked.found;
  }

  /** Whether no two of the diagnoses, and no line with its own, have anything said of them: then nothing is said at all. */
  #silent(sketch: ClaimSketch, day: ClaimDay, classes: readonly number[]): boolean {
    const { key } = this.#keys;
    const all = this.#all;
    const count = this.#keys.numbersOf(sketch, all);
    if (count === 0 || count > MOST_DIAGNOSES) return false;
    for (let one = 0; one < Math.max(1, count - 1); one++)
      for (let two = one + 1; two < Math.max(2, count); two++) {
        key[0] = -1;
        key[1] = all[one]!;
        key[2] = all[two]!;
        if (!this.#quiet(sketch, day, count === 1 ? 2 : 3, 0)) return false;
      }
    for (let at = 0; at < classes.length; at++) {
      const { pointers } = sketch.quantity(sketch.quantities[at]!)!;
      if (pointers.length === 0) return false;
      key[0] = classes[at]!;
      let length = 1;
      for (const pointer of pointers) {
        // What is no number is no pointer either.
        if (!(pointer >= 1 && pointer <= count)) return false;
        key[length++] = all[pointer - 1]!;
      }
      if (!this.#quiet(sketch, day, length, at)) return false;
    }
    return true;
  }

  /**
   * Whether nothing is said of some diagnoses with one line: that of a class, or any (-1) as if it were on no side. The
   * key begins with the class; the diagnoses follow.
   */
  #quiet(sketch: ClaimSketch, day: ClaimDay, length: number, at: number): boolean {
    const { key } = this.#keys;
    const known = this.pairs.find(key, length + 1, day.diagnoses, day.number, false);
    return (known ?? this.#askSome(sketch, length, at)) === CLEAN;
  }

  #askSome(sketch: ClaimSketch, length: number, at: number): object {
    const { key } = this.#keys;
    const codes = Array.from(key.subarray(1, length), (number) => this.#keys.codes[number]!);
    const { claim } = sketch.read();
    const own = claim.lines[at]!;
    const pointers = codes.map((_, index) => index + 1);
    const line = key[0]! < 0 ? { ...own, modifiers: [], pointers } : { ...own, pointers };
    const found = this.#ask({ ...claim, diagnoses: codes, lines: [line] });
    return this.pairs.put(found.length === 0 ? CLEAN : SPEAKS, true);
  }

  /**
   * The diagnoses, and the lines as the edits of diagnoses see them: each kind of line once, because lines that they do not
   * tell apart have the same said of them. How long the key is, with a free place at its end; 0: they see more of a line.
   */
  #keyOf(sketch: ClaimSketch, lines: number): number {
    const classes = (this.#classesOf[lines] ??= this.#classesIn(sketch));
    if (classes.length === 0) return 0;
    const { key, pointers } = this.#keys;
    const { diagnoses, diagnosesCount, quantities } = sketch;
    let length = 0;
    key[length++] = diagnosesCount;
    for (let at = 0; at < diagnosesCount; at++) key[length++] = diagnoses[at]!;
    const first = length;
    for (let at = 0; at < classes.length; at++) {
      const pair = pointers[quantities[at]!]! * 64 + classes[at]!;
      let place = first;
      while (place < length && key[place]! < pair) place++;
      if (place < length && key[place] === pair) continue;
      for (let at = length++; at > place; at--) key[at] = key[at - 1]!;
      key[place] = pair;
    }
    return length + 1;
  }

  #classesIn(sketch: ClaimSketch): readonly number[] {
    const classes: number[] = [];
    for (let at = 0; at < sketch.lineCount; at++) {
      const seen = diagnosisClass(sketch.procedure(sketch.procedures[at]!), this.#judge.edits);
      if (seen === undefined || this.#lineClasses.of(seen) > 63) return [];
      classes.push(this.#lineClasses.of(seen));
    }
    return classes;
  }
}

/** A power of two. */
const MEMO = 4096;

/** Three numbers stand at a slot; where others meet them there the later ones stay. */
function slotOf(lines: number, pointed: number, epoch: number): number {
  const mix = Math.imul(Math.imul(lines, 0x9e3779b1) ^ pointed, 0x85ebca6b) + epoch;
  return 4 * ((mix ^ (mix >>> 15)) & (MEMO - 1));
}

/** What is kept of lines that share a class with others: that nothing is said, or that each must be asked about. */
const [CLEAN, SPEAKS] = [{}, {}];
