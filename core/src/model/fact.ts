import type { Evidence } from './evidence.ts';

/** What a Fact can hold. Lists are sets of words in the order found. */
export type FactValue = string | number | boolean | readonly string[];

/** A typed statement about the encounter. `value` undefined means unknown: neither yes nor no. */
export interface Fact {
  readonly name: string;
  readonly value: FactValue | undefined;
  readonly evidence: readonly Evidence[];
  /** Quotes that contradict each other; the value is then unknown. */
  readonly conflict?: readonly Evidence[];
  /** The value is not known, but it is one of these words (a code implies fluoroscopy or CT, say). */
  readonly among?: readonly string[];
}

/** Facts by name. A missing entry and an entry without value both mean unknown. */
export interface FactSheet extends ReadonlyMap<string, Fact> {
  /** Those whose names begin with a word before the point, for a sheet of which the others are better not read. */
  readonly group?: (group: string) => Iterable<readonly [string, Fact]>;
}

export type FactType = 'boolean' | 'number' | 'date' | 'word' | 'words' | 'text';

/** How the library declares a fact (library/facts/*.yaml). */
export interface FactDeclaration {
  readonly name: string;
  readonly type: FactType;
  readonly unit?: string;
  /** The allowed words of a `word` or `words` fact. */
  readonly words?: readonly string[];
  readonly meaning: string;
  /** The neutral question that would turn unknown into a value; absent when nobody can be asked. */
  readonly question?: string;
  /** Who can answer: the clinician, the office, or nobody (derived). */
  readonly asked?: 'clinician' | 'office';
}

export function factValue(sheet: FactSheet, name: string): FactValue | undefined {
  return sheet.get(name)?.value;
}
