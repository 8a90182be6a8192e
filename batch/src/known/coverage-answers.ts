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
import { names } from './plain-claims.ts';
import type { SketchKeys } from './sketch-keys.ts';

/** What policies say, by what they can see: place, lines, and of diagnoses which lists they are on, unless words name them. */
export class CoverageAnswers {
  readonly #judge: ClaimJudge;
  readonly #keys: SketchKeys;
  readonly #words: PartWords;
  readonly named = new PartStore<CoveragePart>();
  readonly nameless = new PartStore<CoveragePart>();
  readonly lines: LineCoverageAnswers;
  /** Stretches of days, by scope and day. */
  #epochs: number[][] = [];
  /** By the number of the lines. */
  #scopeOf: PolicyScope[] = [];
  /** Classes of the diagnoses of lines, by scope. */
  readonly #pairs = new IntSequences();
  #classesOfPair: number[] = [];

  constructor(judge: ClaimJudge, keys: SketchKeys, words: PartWords) {
    this.#judge = judge;
    this.#keys = keys;
    this.#words = words;
    this.lines = new LineCoverageAnswers(judge, words);
  }

  get size(): number {
    return this.named.size + this.nameless.size + this.lines.size;
  }

  clear(): void {
    for (const kept of [this.named, this.nameless, this.lines, this.#pairs]) kept.clear();
    this.#epochs = [];
    this.#scopeOf = [];
    this.#classesOfPair = [];
  }

  of(sketch: ClaimSketch, day: ClaimDay, alone: boolean, frame: FramePart, lines: number, seen: number): CoveragePart {
    const { key } = this.#keys;
    const scope = (this.#scopeOf[lines] ??= this.#judge.coverage.scopeOf(sketch.read().claim));
    const epoch = this.#epochOf(scope, day);
    const coverageFrame = scope.asksPlace ? frame.placedCoverage : frame.coverage;
    const classes = this.#classOf(scope, seen);
    key[0] = coverageFrame;
    key[1] = lines;
    key[2] = classes;
    let made: Made | undefined;
    const nameless = this.nameless.get(key, 4, epoch, day.number, alone, () => {
      made = this.#make(sketch, day, frame);
      return made.answer.clean && !names(made.answer.lines, this.#keys.seen[seen]!)
        ? made
        : { answer: NAMES, shared: true };
    });
    if (nameless !== NAMES) return nameless;
    key[0] = coverageFrame;
    key[1] = lines;
    key[2] = seen;
    return this.named.get(key, 4, epoch, day.number, alone, () => made ?? this.#make(sketch, day, frame));
  }

  /** What is said of all lines. */
  #make(sketch: ClaimSketch, day: ClaimDay, frame: FramePart): Made {
    const { claim } = sketch.read();
    const { coverage } = this.#judge;
    const request = coverage.requestOf(claim, this.#judge.contextOf(claim));
    const lines: LineCoverage[] = [];
    const findings: Finding[] = [];
    for (const [index, { number }] of claim.lines.entries()) {
      const said = this.lines.of(index, request, claim, day, frame).on(day.iso);
      for (const line of said.lines) lines.push({ ...line, line: number });
      for (const finding of said.findings) findings.push(numbered(finding, claim));
    }
    const { answer, shared } = keptFindings(findings, day, this.#words);
    const others = holdsOnOtherDays(daysIn(lines), day.iso, this.#words.written, true);
    const whole = { lines, findings, json: `"coverage":${JSON.stringify(lines)}` };
    return { answer: new CoveragePart(answer, whole, day.iso), shared: shared && others };
  }

  #epochOf({ number, epochs }: PolicyScope, { iso, index }: ClaimDay): number {
    const known = (this.#epochs[number] ??= []);
    return (known[index] ??= epochs.of(iso));
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

const NAMES = new CoveragePart({ number: 0, findings: [] }, { lines: [], findings: [], json: '' }, '-');
