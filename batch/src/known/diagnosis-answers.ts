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
import { diagnosesOf, type SketchKeys } from './sketch-keys.ts';
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
  /** By the number of the lines. */
  #classesOf: (readonly number[])[] = [];

  constructor(judge: ClaimJudge, keys: SketchKeys, words: PartWords) {
    this.#judge = judge;
    this.#keys = keys;
    this.#words = words;
  }

  get size(): number {
    return this.full.size + this.clean.size + this.pairs.size;
  }

  clear(): void {
    for (const kept of [this.full, this.clean, this.pairs, this.#lineClasses]) kept.clear();
    this.#classesOf = [];
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
    const length = alone ? 0 : this.#keyOf(sketch, lines);
    if (length > 0) {
      const clean = this.clean.get(key, length, day.diagnoses, day.number, false, () => {
        const silent =
          this.#silent(sketch, day, this.#classesOf[lines]!) || this.#ask(sketch.read().claim).length === 0;
        return { answer: silent ? CLEAN : SPEAKS, shared: true };
      });
      if (clean === CLEAN) return NO_FINDINGS;
    }
    key[0] = setting;
    key[1] = lines;
    key[2] = pointed;
    return this.full.get(key, 4, day.diagnoses, day.number, alone, () =>
      keptFindings(this.#ask(sketch.read().claim), day, this.#words),
    );
  }

  #ask(claim: Claim): readonly Finding[] {
    return scrubPart('diagnoses', claim, this.#judge.contextOf(claim), this.#judge.edits);
  }

  /** Whether no two of the diagnoses, and no line with its own, have anything said of them: then nothing is said at all. */
  #silent(sketch: ClaimSketch, day: ClaimDay, classes: readonly number[]): boolean {
    const all = diagnosesOf(sketch);
    if (all.length === 0 || all.length > MOST_DIAGNOSES) return false;
    const { texts } = this.#keys;
    for (let one = 0; one < Math.max(1, all.length - 1); one++)
      for (let two = one + 1; two < Math.max(2, all.length); two++) {
        const [first, second] = [all[one]!, all[two]];
        const pair = second === undefined ? [first] : [first, second];
        if (!this.#quiet(sketch, day, -1, texts.of(pair.join(' ')), pair, 0)) return false;
      }
    for (const [at, seen] of classes.entries()) {
      const { pointers } = sketch.quantity(sketch.quantities[at]!)!;
      if (pointers.length === 0 || pointers.some((pointer) => pointer < 1 || pointer > all.length)) return false;
      const codes = pointers.map((pointer) => all[pointer - 1]!);
      if (!this.#quiet(sketch, day, seen, texts.of(codes.join(' ')), codes, at)) return false;
    }
    return true;
  }

  /** Whether nothing is said of these diagnoses with one line: that of a class, or any (-1) as if it were on no side. */
  #quiet(sketch: ClaimSketch, day: ClaimDay, seen: number, number: number, codes: readonly string[], at: number) {
    const { key } = this.#keys;
    key[0] = seen;
    key[1] = number;
    const answer = this.pairs.get(key, 3, day.diagnoses, day.number, false, () => {
      const { claim } = sketch.read();
      const own = claim.lines[at]!;
      const pointers = codes.map((_, index) => index + 1);
      const line = seen < 0 ? { ...own, modifiers: [], pointers } : { ...own, pointers };
      const found = this.#ask({ ...claim, diagnoses: codes, lines: [line] });
      return { answer: found.length === 0 ? CLEAN : SPEAKS, shared: true };
    });
    return answer === CLEAN;
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
      key.copyWithin(place + 1, place, length++);
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

/** What is kept of lines that share a class with others: that nothing is said, or that each must be asked about. */
const [CLEAN, SPEAKS] = [{}, {}];
