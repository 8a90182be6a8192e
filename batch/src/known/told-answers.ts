import type { Finding } from '@interspace/core/model/finding';
import type { Framed } from '../history/record.ts';
import { findingAsJson } from '../render/json.ts';
import type { KeptFinding } from './kept-finding.ts';
import type { CoveragePart, WholePart } from './parts.ts';

/** A Finding in a message: its JSON up to where the place goes, and what is counted of it. */
export interface ToldFinding extends Pick<Finding, 'id' | 'severity' | 'line' | 'field'> {
  readonly json: string;
  /** Where this day stands in it, the day at hand goes. */
  readonly day: string | undefined;
}

export interface ToldCoverage {
  readonly outcomes: readonly string[];
  readonly json: string;
  readonly day: string | undefined;
}

/** An answer; Findings and coverage by their numbers. */
export interface ToldWhole {
  readonly frame: Framed;
  readonly editions: readonly string[];
  readonly programs: string;
  readonly coverage: number;
  readonly findings: readonly number[];
}

/** What one thread tells another of the answers to claims that it was left: plain data, each thing once. */
export interface ToldAnswers {
  /** What was told before is forgotten, and numbers begin anew. */
  readonly anew: boolean;
  readonly findings: readonly ToldFinding[];
  readonly coverages: readonly ToldCoverage[];
  readonly wholes: readonly ToldWhole[];
  /** By claim: the number of its answer, and what `ToldClaim` says of it. */
  readonly claims: readonly (readonly [whole: number, how: number])[];
}

/** Bits: the answer holds for a stretch of days, and not only for its own; nothing is said of the diagnoses. */
export const HOLDS = 1;
export const CLEAN = 2;

/** Told answers are forgotten when there are this many; they are told again when they are asked for again. */
const MOST = 20_000;

/** What the rules said of a claim. */
interface FoundAnswer {
  readonly whole: WholePart;
  readonly holds: boolean;
  readonly clean: boolean;
}

/** Gathers answers to be told. */
export class AnswersToTell {
  readonly #wholes = new Map<WholePart, number>();
  readonly #findings = new Map<KeptFinding, number>();
  readonly #coverages = new Map<CoveragePart, number>();
  #next = nothingTold(true);

  /** The next claim; without an answer that could be kept. */
  skip(): void {
    this.#next.claims.push([-1, 0]);
  }

  /** The next claim. */
  add({ whole, holds, clean }: FoundAnswer): void {
    let number = this.#wholes.get(whole);
    if (number === undefined) {
      this.#wholes.set(whole, (number = this.#wholes.size));
      this.#next.wholes.push(this.#whole(whole));
    }
    this.#next.claims.push([number, (holds ? HOLDS : 0) + (clean ? CLEAN : 0)]);
  }

  /** Everything since the last time. */
  take(): ToldAnswers {
    const told = this.#next;
    const full = this.#wholes.size + this.#findings.size > MOST;
    if (full) for (const known of [this.#wholes, this.#findings, this.#coverages]) known.clear();
    this.#next = nothingTold(full);
    return told;
  }

  #whole({ frame, services, programs, coverage, merged }: WholePart): ToldWhole {
    const { state, placeOfService, type, billing, frequency } = frame;
    return {
      frame: { state, placeOfService, type, billing, frequency },
      editions: services.editions,
      programs: programs.programs.json,
      coverage: this.#coverage(coverage),
      findings: merged === undefined ? [] : merged.findings.map((one) => this.#finding(one)),
    };
  }

  #finding(kept: KeptFinding): number {
    let number = this.#findings.get(kept);
    if (number === undefined) {
      this.#findings.set(kept, (number = this.#findings.size));
      const { id, severity, line, field } = kept.finding;
      const json = findingAsJson(kept.finding).slice(0, -1);
      this.#next.findings.push({ id, severity, line, field, json, day: kept.namedDay });
    }
    return number;
  }

  #coverage(part: CoveragePart): number {
    let number = this.#coverages.get(part);
    if (number === undefined) {
      this.#coverages.set(part, (number = this.#coverages.size));
      const outcomes = part.lines.map(({ outcome }) => outcome);
      this.#next.coverages.push({ outcomes, json: part.json, day: part.namedDay });
    }
    return number;
  }
}

/** A message that is being put together. */
interface Telling extends ToldAnswers {
  readonly findings: ToldFinding[];
  readonly coverages: ToldCoverage[];
  readonly wholes: ToldWhole[];
  readonly claims: (readonly [number, number])[];
}

function nothingTold(anew: boolean): Telling {
  return { anew, findings: [], coverages: [], wholes: [], claims: [] };
}
