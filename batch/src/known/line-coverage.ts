import type { CoverageRequest } from '@interspace/core/coverage/request';
import type { Claim } from '@interspace/core/model/claim';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import type { ClaimJudge } from '../judge/claim-judge.ts';
import type { PolicyScope } from '../judge/policy-scopes.ts';
import type { ClaimDay } from './claim-days.ts';
import { IntSequences } from './int-sequences.ts';
import { daysIn, holdsOnOtherDays } from './kept-finding.ts';
import { PartStore } from './part-store.ts';
import { keptFindings, NO_FINDINGS, type PartWords } from './part-words.ts';
import { CoveragePart, type FramePart } from './parts.ts';
import { names } from './plain-claims.ts';
import type { ScopeEpochs } from './scope-epochs.ts';
import type { SketchKeys } from './sketch-keys.ts';
import { TextNumbers } from './text-numbers.ts';

/**
 * What policies say of single lines: of the line itself, its diagnoses, and what the criteria see of the lines beside it.
 * Claims have many more shapes than lines have. Where nothing is found and no diagnosis is named, diagnoses and codes
 * count by the lists that they are on, and it does not matter which line of the claim it is.
 */
export class LineCoverageAnswers {
  readonly #judge: ClaimJudge;
  readonly #keys: SketchKeys;
  readonly #words: PartWords;
  readonly #epochs: ScopeEpochs;
  readonly quiet = new PartStore<CoveragePart>();
  readonly speaking = new PartStore<CoveragePart>();
  readonly #beside = new PartStore<SeenLine>();
  readonly #lines = new TextNumbers();
  readonly #diagnoses = new IntSequences();
  #classes: number[] = [];
  /** By the word of the procedure. */
  #scopes: PolicyScope[] = [];
  #asked: { readonly claim: Claim; readonly request: CoverageRequest } | undefined;

  constructor(judge: ClaimJudge, keys: SketchKeys, words: PartWords, epochs: ScopeEpochs) {
    this.#judge = judge;
    this.#keys = keys;
    this.#words = words;
    this.#epochs = epochs;
  }

  get size(): number {
    return this.quiet.size + this.speaking.size + this.#beside.size;
  }

  clear(): void {
    for (const kept of [this.quiet, this.speaking, this.#beside, this.#lines, this.#diagnoses]) kept.clear();
    this.#classes = [];
    this.#scopes = [];
    this.#asked = undefined;
  }

  /** One line of a claim; `epoch` is that of all its codes, `lines` and `seen` are their numbers and its diagnoses'. */
  of(sketch: ClaimSketch, at: number, day: ClaimDay, epoch: number, frame: FramePart, lines: number, seen: number) {
    const { key } = this.#keys;
    const word = sketch.procedures[at]!;
    const scope = (this.#scopes[word] ??= this.#judge.coverage.scopeOfCode(sketch.procedure(word).code));
    const line = this.#lineOf(sketch, at, scope, epoch, lines, seen);
    const own = this.#epochs.of(scope, day, frame.place);
    const classes = this.#classOf(scope, at, seen);
    const place = scope.asksPlace ? frame.placedCoverage : frame.coverage;
    key[0] = place;
    key[1] = line.inClasses;
    key[2] = classes;
    let quiet = this.quiet.find(key, 4, own, day.number, false);
    let made: Made | undefined;
    if (!quiet) {
      made = this.#make(sketch, at, day);
      const { answer, shared } = made;
      quiet = answer.nameless ? this.quiet.put(answer, shared) : this.quiet.put(SPEAKS, true);
    }
    if (quiet !== SPEAKS) return quiet;
    key[0] = place;
    key[1] = line.exact;
    key[2] = this.#keys.texts.of(this.#keys.seen[seen]![at]!.join(' '));
    const known = this.speaking.find(key, 4, own, day.number, false);
    if (known) return known;
    made ??= this.#make(sketch, at, day);
    return this.speaking.put(made.answer, made.shared);
  }

  #make(sketch: ClaimSketch, at: number, day: ClaimDay): Made {
    const { claim, request } = this.#requestOf(sketch);
    const said = this.#judge.coverage.ofLine(at, request, claim);
    const { answer, shared } = keptFindings(said.findings, day, this.#words);
    const days = daysIn(said.lines);
    const others = holdsOnOtherDays(days, day.iso, this.#words.written, true);
    const namesDay = days.has(day.iso) || daysIn(said.findings).has(day.iso);
    const nameless = said.findings.length === 0 && !names(said.lines, [request.lines[at]!.diagnoses ?? []]);
    const part = new CoveragePart(answer, { ...said, json: '' }, day.iso, namesDay, nameless);
    return { answer: part, shared: shared && others };
  }

  #requestOf(sketch: ClaimSketch): { readonly claim: Claim; readonly request: CoverageRequest } {
    const { claim } = sketch.read();
    if (this.#asked?.claim !== claim)
      this.#asked = { claim, request: this.#judge.coverage.requestOf(claim, this.#judge.contextOf(claim)) };
    return this.#asked;
  }

  /** Numbers for a line with all that is seen of the lines beside it. */
  #lineOf(sketch: ClaimSketch, at: number, scope: PolicyScope, epoch: number, lines: number, seen: number): SeenLine {
    const { key } = this.#keys;
    key[0] = lines;
    key[1] = at;
    key[2] = scope.seesAllDiagnoses ? seen : 0;
    const known = this.#beside.find(key, 4, epoch, 0, false);
    if (known) return known;
    const { request } = this.#requestOf(sketch);
    const { code, modifiers, units, placeOfService } = request.lines[at]!;
    const own = JSON.stringify([code, modifiers, units, scope.asksPlace ? placeOfService : undefined]);
    const beside = this.#judge.coverage.seenBeside(at, request, scope);
    const inClasses = this.#lines.of(`${own}${JSON.stringify(beside.map((one) => inClass(one, scope)))}`);
    return this.#beside.put({ inClasses, exact: this.#lines.of(`${at}${own}${JSON.stringify(beside)}`) }, true);
  }

  /** A number for the diagnoses of a line, as the criteria of a scope see them. */
  #classOf(scope: PolicyScope, at: number, seen: number): number {
    const { key, texts } = this.#keys;
    key[0] = scope.number;
    key[1] = seen;
    key[2] = at;
    const known = this.#diagnoses.id(key, 3);
    return (this.#classes[known] ??= texts.of(
      this.#keys.seen[seen]![at]!.map((code) => scope.diagnosisClass(code)).join(' '),
    ));
  }
}

/** A line with what is seen beside it: as far as criteria can tell one code from another, and word for word. */
interface SeenLine {
  readonly inClasses: number;
  readonly exact: number;
}

interface Made {
  readonly answer: CoveragePart;
  readonly shared: boolean;
}

function inClass([fact, value]: readonly [string, unknown], scope: PolicyScope): unknown {
  const classOf =
    fact === 'claim.codes' ? scope.codeClass : fact === 'claim.diagnoses' ? scope.diagnosisClass : undefined;
  return classOf && Array.isArray(value) ? [...new Set(value.map(classOf))].toSorted() : (value ?? null);
}

const SPEAKS = new CoveragePart(NO_FINDINGS, { lines: [], findings: [], json: '' }, '-', false, false);
