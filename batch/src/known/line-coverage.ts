import type { CoverageRequest } from '@interspace/core/coverage/request';
import type { Claim } from '@interspace/core/model/claim';
import type { ClaimJudge } from '../judge/claim-judge.ts';
import type { PolicyScope } from '../judge/policy-scopes.ts';
import type { ClaimDay } from './claim-days.ts';
import { daysIn, holdsOnOtherDays } from './kept-finding.ts';
import { PartStore } from './part-store.ts';
import { keptFindings, NO_FINDINGS, type PartWords } from './part-words.ts';
import { CoveragePart, type FramePart } from './parts.ts';
import { names } from './plain-claims.ts';
import { TextNumbers } from './text-numbers.ts';

/**
 * What policies say of single lines: of the line itself, its diagnoses, and what the criteria see of the lines beside it.
 * Claims have many more shapes than lines have. Where nothing is found and no diagnosis is named, diagnoses and codes
 * count by the lists that they are on, and it does not matter which line of the claim it is.
 */
export class LineCoverageAnswers {
  readonly #judge: ClaimJudge;
  readonly #words: PartWords;
  readonly quiet = new PartStore<CoveragePart>();
  readonly speaking = new PartStore<CoveragePart>();
  readonly #lines = new TextNumbers();
  readonly #key = new Int32Array(3);

  constructor(judge: ClaimJudge, words: PartWords) {
    this.#judge = judge;
    this.#words = words;
  }

  get size(): number {
    return this.quiet.size + this.speaking.size;
  }

  clear(): void {
    for (const kept of [this.quiet, this.speaking, this.#lines]) kept.clear();
  }

  of(index: number, request: CoverageRequest, claim: Claim, day: ClaimDay, frame: FramePart): CoveragePart {
    const line = request.lines[index]!;
    const { coverage } = this.#judge;
    const scope = coverage.scopeOfCode(line.code);
    const epoch = scope.epochs.of(day.iso);
    const seen = coverage.seenBeside(index, request, scope);
    const place = scope.asksPlace ? line.placeOfService : undefined;
    const own = JSON.stringify([line.code, line.modifiers, line.units, place]);
    const key = this.#key;
    key[0] = scope.asksPlace ? frame.placedCoverage : frame.coverage;
    key[1] = this.#lines.of(`${own}${JSON.stringify(inClasses(line.diagnoses ?? [], seen, scope))}`);
    let made: Made | undefined;
    const quiet = this.quiet.get(key, 3, epoch, day.number, false, () => {
      made = this.#make(index, request, claim, day);
      return made.answer.clean && !names(made.answer.lines, [line.diagnoses ?? []])
        ? made
        : { answer: SPEAKS, shared: true };
    });
    if (quiet !== SPEAKS) return quiet;
    key[0] = scope.asksPlace ? frame.placedCoverage : frame.coverage;
    key[1] = this.#lines.of(`${index}${own}${JSON.stringify([line.diagnoses, seen])}`);
    return this.speaking.get(key, 3, epoch, day.number, false, () => made ?? this.#make(index, request, claim, day));
  }

  #make(index: number, request: CoverageRequest, claim: Claim, day: ClaimDay): Made {
    const said = this.#judge.coverage.ofLine(index, request, claim);
    const { answer, shared } = keptFindings(said.findings, day, this.#words);
    const others = holdsOnOtherDays(daysIn(said.lines), day.iso, this.#words.written, true);
    return { answer: new CoveragePart(answer, { ...said, json: '' }, day.iso), shared: shared && others };
  }
}

interface Made {
  readonly answer: CoveragePart;
  readonly shared: boolean;
}

/** What is seen, as far as criteria can tell one code from another. */
function inClasses(
  diagnoses: readonly string[],
  seen: readonly (readonly [string, unknown])[],
  scope: PolicyScope,
): unknown {
  const classOf: Readonly<Record<string, (code: string) => string>> = {
    'claim.codes': (code) => scope.codeClass(code),
    'claim.diagnoses': (code) => scope.diagnosisClass(code),
  };
  return [
    diagnoses.map((code) => scope.diagnosisClass(code)),
    seen.map(([name, value]) => {
      const own = classOf[name];
      return own && Array.isArray(value) ? [...new Set(value.map(own))].toSorted() : (value ?? null);
    }),
  ];
}

const SPEAKS = new CoveragePart(NO_FINDINGS, { lines: [], findings: [], json: '' }, '-');
