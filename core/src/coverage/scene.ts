import type { Citation } from '../model/citation.ts';
import type { IsoDate } from '../model/date.ts';
import type { ClauseResult, Status } from '../model/determination.ts';
import type { Duration } from '../model/duration.ts';
import type { Fact, FactDeclaration } from '../model/fact.ts';
import type { ClauseOf, Clause, Operator } from '../model/law/clause.ts';
import type { ParamValue } from '../model/law/criterion.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import type { Ledger } from '../model/ledger.ts';

/** A param as it stands for the document and the date of service. */
export interface ParamInForce {
  readonly value: ParamValue;
  readonly citation: Citation;
}

/** What a counting clause counted, for the words of a finding. */
export interface Tally {
  readonly dates: readonly IsoDate[];
  readonly limit: number;
  readonly window: Duration | undefined;
  readonly next: IsoDate | undefined;
}

/** What the library calls things; the same for every scene. */
export interface SceneWords {
  readonly declaration: (name: string) => FactDeclaration | undefined;
  /** A fact's name as words. */
  readonly label: (name: string) => string;
  readonly setTitle: (set: string) => string;
}

/** Words of clauses that no fact changes, kept beside the criterion in force: a year of notes says them once. */
export interface SaidWords {
  readonly clauses: Map<Clause, string>;
  /** Conditions of a `where`, as one phrase. */
  readonly conditions: Map<Clause, string>;
}

export function newWords(): SaidWords {
  return { clauses: new Map(), conditions: new Map() };
}

/** Everything that the clauses of one criterion may look at while one line is judged under one document. */
export interface Scene {
  readonly on: IsoDate;
  readonly rule: SessionRule;
  readonly ledger: Ledger;
  readonly fact: (name: string) => Fact | undefined;
  readonly words: SceneWords;
  readonly params: ReadonlyMap<string, ParamInForce>;
  readonly sets: ReadonlyMap<string, (code: string) => boolean>;
  readonly citation: Citation;
  readonly said: SaidWords;
  /** Notes of the counting clauses, in the order of evaluation. */
  readonly tallies: Tally[];
  /** Dates of the earlier sessions that clauses looked at. */
  readonly looked: IsoDate[];
  /** Reasons why a not-met must not block, such as a window boundary that is not settled. */
  readonly doubts: string[];
  /** Told about every clause judged; the case runner counts with it. */
  readonly watch?: ((clause: Clause, status: Status) => void) | undefined;
}

export type Evaluate = (clause: Clause, scene: Scene) => ClauseResult;
export type OperatorFunction<O extends Operator> = (
  clause: ClauseOf<O>,
  scene: Scene,
  evaluate: Evaluate,
) => ClauseResult;

/** A param by its name. Every name was checked when the library was compiled. */
export function paramOf(scene: Scene, name: string): ParamInForce {
  return known(scene.params.get(name), name);
}

/** The test whether a code is in a named set on the date of service. */
export function inSet(scene: Scene, set: string): (code: string) => boolean {
  return known(scene.sets.get(set), set);
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the library was compiled with a dangling name: ${name}`);
  return value;
}
