import type { Fact, FactSheet } from '../../model/fact.ts';
import { mergeFacts } from './merge-facts.ts';

/** Something that tells facts, asked for those of one group: what stands before the point of a fact's name. */
export interface FactSource {
  readonly groups: Iterable<string>;
  facts(group: string): readonly Fact[];
}

/**
 * The facts of an encounter, each group of them read when it is first asked for. A review asks for those that its policies
 * speak of; of a note that tells no procedure hardly any is asked for.
 */
export class FactsAsked implements FactSheet {
  /** In order of trust. */
  readonly #sources: readonly FactSource[];
  readonly #read = new Map<string, ReadonlyMap<string, Fact>>();
  /** By name, as far as it was asked for; null where nobody tells it. */
  readonly #known = new Map<string, Fact | null>();

  constructor(sources: readonly FactSource[]) {
    this.#sources = sources;
  }

  get(name: string): Fact | undefined {
    const known = this.#known.get(name);
    if (known !== undefined) return known ?? undefined;
    const fact = this.group(groupOf(name)).get(name);
    this.#known.set(name, fact ?? null);
    return fact;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** Those of one group: `prior`. */
  group(group: string): ReadonlyMap<string, Fact> {
    let read = this.#read.get(group);
    if (!read) this.#read.set(group, (read = mergeFacts(this.#sources.map((source) => source.facts(group)))));
    return read;
  }

  get size(): number {
    return [...this].length;
  }

  forEach(tell: (fact: Fact, name: string, sheet: ReadonlyMap<string, Fact>) => void): void {
    for (const [name, fact] of this) tell(fact, name, this);
  }

  /** What was read already comes first: who looks for any fact at all need not have the others read. */
  *entries(): Generator<[string, Fact], undefined> {
    const read = [...this.#read.keys()];
    const groups = new Set([...read, ...this.#sources.flatMap((source) => [...source.groups])]);
    for (const group of groups) yield* this.group(group);
  }

  *keys(): Generator<string, undefined> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): Generator<Fact, undefined> {
    for (const [, fact] of this.entries()) yield fact;
  }

  [Symbol.iterator](): Generator<[string, Fact], undefined> {
    return this.entries();
  }
}

/** `prior` of `prior.relief-percent`. */
export function groupOf(name: string): string {
  const point = name.indexOf('.');
  return point < 0 ? name : name.slice(0, point);
}

/** Facts that are known already, such as those of a form. */
export function sourceOf(facts: readonly Fact[]): FactSource {
  return {
    groups: facts.map((one) => groupOf(one.name)),
    facts: (group) => facts.filter((one) => groupOf(one.name) === group),
  };
}
