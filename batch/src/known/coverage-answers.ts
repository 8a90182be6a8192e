import type { Finding } from '@interspace/core/model/finding';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { numbered, type ClaimJudge } from '../judge/claim-judge.ts';
import type { LineCoverage } from '../judge/judged-claim.ts';
import type { PolicyScope } from '../judge/policy-scopes.ts';
import type { ClaimDay } from './claim-days.ts';
import { IntSequences } from './int-sequences.ts';
import { LineCoverageAnswers } from './line-coverage.ts';
import { daysIn, holdsOnOtherDays } from './kept-finding.ts';
import { PartStore } from './part-store.ts';
import { keptFindings, type PartWords } from './part-words.ts';
import { CoveragePart, type FramePart } from './parts.ts';
import { ScopeEpochs } from './scope-epochs.ts';
import type { SketchKeys } from './sketch-keys.ts';

/** What policies say, by what they can see: place, lines, and of diagnoses which lists they are on, unless words name them. */
export class CoverageAnswers {
  readonly #judge: ClaimJudge;
  readonly #keys: SketchKeys;
  readonly #words: PartWords;
  readonly named = new PartStore<CoveragePart>();
  readonly nameless = new PartStore<CoveragePart>();
  readonly lines: LineCoverageAnswers;
  readonly #epochs = new ScopeEpochs();
  /** By the number of the lines. */
  #scopeOf: PolicyScope[] = [];
  /** Classes of the diagnoses of lines, by scope. */
  readonly #pairs = new IntSequences();
  #classesOfPair: number[] = [];

  constructor(judge: ClaimJudge, keys: SketchKeys, words: PartWords) {
    this.#judge = judge;
    this.#keys = keys;
    this.#words = words;
    this.lines = new LineCoverageAnswers(judge, keys, words, this.#epochs);
  }

  /** Whether what was said last holds for the whole stretch of days. */
  shared = true;

  get size(): number {
    return this.named.size + this.nameless.size + this.lines.size;
  }

  clear(): void {
    for (const kept of [this.named, this.nameless, this.lines, this.#epochs, this.#pairs]) kept.clear();
    this.#scopeOf = [];
    this.#classesOfPair = [];
  }

  /** What of coverage law can concern the lines of a claim; `lines` is their number. */
  scopeOf(sketch: ClaimSketch, lines: number): PolicyScope {
    return (this.#scopeOf[lines] ??= this.#judge.coverage.scopeOf(sketch.read().claim));
  }

  epochOf(scope: PolicyScope, day: ClaimDay, { place }: FramePart): number {
    return this.#epochs.of(scope, day, place);
  }

  of(sketch: ClaimSketch, day: ClaimDay, alone: boolean, frame: FramePart, lines: number, seen: number): CoveragePart {
    const { key } = this.#keys;
    const scope = this.scopeOf(sketch, lines);
    const epoch = this.#epochs.of(scope, day, frame.place);
    const coverageFrame = scope.asksPlace ? frame.placedCoverage : frame.coverage;
    const classes = this.#classOf(scope, seen);
    key[0] = coverageFrame;
    key[1] = lines;
    key[2] = classes;
    let nameless = this.nameless.find(key, 4, epoch, day.number, alone);
    let made: Made | undefined;
    if (!nameless) {
      made = alone ? this.#makeByDay(sketch, day) : this.#make(sketch, day, epoch, frame, lines, seen);
      const { answer, shared } = made;
      nameless = answer.nameless ? this.nameless.put(answer, shared) : this.nameless.put(NAMES, true);
    }
    this.shared = this.nameless.shared;
    if (nameless !== NAMES) return nameless;
    key[0] = coverageFrame;
    key[1] = lines;
    key[2] = seen;
    let named = this.named.find(key, 4, epoch, day.number, alone);
    if (!named) {
      made ??= alone ? this.#makeByDay(sketch, day) : this.#make(sketch, day, epoch, frame, lines, seen);
      named = this.named.put(made.answer, made.shared);
    }
    this.shared = this.named.shared;
    return named;
  }

  /** What is said of all lines. */
  #make(sketch: ClaimSketch, day: ClaimDay, epoch: number, frame: FramePart, all: number, seen: number): Made {
    const lines: LineCoverage[] = [];
    const told: Finding[] = [];
    let [namesDay, nameless] = [false, true];
    for (let at = 0; at < sketch.lineCount; at++) {
      const part = this.lines.of(sketch, at, day, epoch, frame, all, seen);
      const said = part.on(day.iso);
      const line = sketch.lineNumbers[at]!;
      for (const one of said.lines) lines.push({ ...one, line });
      for (const one of said.findings) told.push({ ...one, line });
      namesDay ||= part.namesDay;
      nameless &&= part.nameless;
    }
    const { answer, shared } = keptFindings(told, day, this.#words);
    const others = !namesDay || holdsOnOtherDays(daysIn(lines), day.iso, this.#words.written, true);
    const whole = { lines, findings: told, json: `"coverage":${JSON.stringify(lines)}` };
    return { answer: new CoveragePart(answer, whole, day.iso, namesDay, nameless), shared: shared && others };
  }

  /** What is said of lines that lie on several days; kept for the days on which they lie. */
  #makeByDay(sketch: ClaimSketch, day: ClaimDay): Made {
    const { claim } = sketch.read();
    const said = this.#judge.coverageOf(claim)!;
    const told = said.findings.map((finding) => numbered(finding, claim));
    const { answer } = keptFindings(told, day, this.#words);
    return { answer: new CoveragePart(answer, { ...said, findings: told }, day.iso, false, false), shared: false };
  }

  /** A number for the diagnoses that lines point at, as the criteria of a scope see them. */
  #classOf(scope: PolicyScope, seen: number): number {
    const { key, texts } = this.#keys;
    key[0] = scope.number;
    key[1] = seen;
    const pair = this.#pairs.id(key, 2);
    const known = this.#classesOfPair[pair];
    if (known !== undefined) return known;
    const classes = this.#keys.seen[seen]!.map((codes) => codes.map((code) => scope.diagnosisClass(code)).join(' '));
    return (this.#classesOfPair[pair] = texts.of(`${scope.number}|${classes.join('|')}`));
  }
}

interface Made {
  readonly answer: CoveragePart;
  readonly shared: boolean;
}

const NAMES = new CoveragePart({ number: 0, findings: [] }, { lines: [], findings: [], json: '' }, '-', false, false);
