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

/** What the library calls things. */
export interface LawWords {
  readonly declaration: (name: string) => FactDeclaration | undefined;
  /** A fact's name as words. */
  readonly label: (name: string) => string;
  readonly setTitle: (set: string) => string;
}

/** Everything that stands still for the clauses of one criterion, whatever line is judged: the law on a date. */
export interface Frame {
  readonly words: LawWords;
  readonly params: ReadonlyMap<string, ParamInForce>;
  readonly sets: ReadonlyMap<string, (code: string) => boolean>;
  readonly citation: Citation;
}

/** Everything that the clauses of one criterion may look at while one line is judged under one document. */
export interface Scene {
  readonly on: IsoDate;
  readonly rule: SessionRule;
  /** The earlier sessions; what the chart tells of them is read when a clause counts. */
  readonly ledger: () => Ledger;
  readonly fact: (name: string) => Fact | undefined;
  /** Notes of the counting clauses, in the order of evaluation. */
  readonly tallies: Tally[];
  /** Dates of the earlier sessions that clauses looked at. */
  readonly looked: IsoDate[];
  /** Reasons why a not-met must not block, such as a window boundary that is not settled. */
  readonly doubts: string[];
  /** Parts of criteria that were judged for a line to which this one is alike, with what came out. */
  readonly known?: Map<PreparedClause, ClauseResult> | undefined;
  /** Told about every clause judged; the case runner counts with it. */
  readonly watch?: ((clause: Clause, status: Status) => void) | undefined;
}

/** A clause made ready once for a criterion in force. */
export interface PreparedClause {
  /** How it comes out, and nothing else: where only that is asked, no words are made. */
  readonly status: (scene: Scene) => Status;
  /** The same with its words, what was found and all its parts: nothing is cut short, so that a reader sees every part. */
  readonly judge: (scene: Scene) => ClauseResult;
}

export type PrepareClause = (clause: Clause, frame: Frame) => PreparedClause;
/** An operator prepares its clause; it is handed `prepare` for the parts, so that no operator imports another. */
export type OperatorFunction<O extends Operator> = (
  clause: ClauseOf<O>,
  frame: Frame,
  prepare: PrepareClause,
) => PreparedClause;

/** The same scene for a clause that is judged on the side: what it would note goes nowhere. */
export function silent(scene: Scene): Scene {
  const { on, rule, ledger, fact } = scene;
  return { on, rule, ledger, fact, tallies: [], looked: [], doubts: [], known: undefined, watch: undefined };
}

/** How much was noted while clauses were judged in a scene. */
export function notesIn({ tallies, looked, doubts }: Scene): number {
  return tallies.length + looked.length + doubts.length;
}

/** What has no parts, no evidence or waits for nothing shares one empty list: most results of a review are such. */
export const NONE: readonly never[] = [];

/** A param by its name. Every name was checked when the library was compiled. */
export function paramOf(frame: Pick<Frame, 'params'>, name: string): ParamInForce {
  return known(frame.params.get(name), name);
}

/** The test whether a code is in a named set on the date of service. */
export function inSet(frame: Frame, set: string): (code: string) => boolean {
  return known(frame.sets.get(set), set);
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the library was compiled with a dangling name: ${name}`);
  return value;
}
