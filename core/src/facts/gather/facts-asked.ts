import type { Fact, FactSheet } from '../../model/fact.ts';
import { mergeFacts } from './merge-facts.ts';

/** Something that tells facts when it is asked for them. */
export interface FactSource {
  /** Those that it may tell. */
  readonly names: Iterable<string>;
  fact(name: string): Fact | undefined;
}

/**
 * The facts of an encounter, each read when it is first asked for. A review asks for those that its policies speak of; of
 * a note that tells no procedure hardly any is asked for.
 */
export class FactsAsked implements FactSheet {
  /** In order of trust. */
  readonly #sources: readonly FactSource[];
  /** As far as they were asked for; null where nobody tells one. */
  readonly #known = new Map<string, Fact | null>();

  constructor(sources: readonly FactSource[]) {
    this.#sources = sources;
  }

  get(name: string): Fact | undefined {
    const known = this.#known.get(name);
    if (known !== undefined) return known ?? undefined;
    let fact: Fact | undefined;
    for (const source of this.#sources) fact = mergeFacts(fact, source.fact(name));
    this.#known.set(name, fact ?? null);
    return fact;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** Those whose names begin with a word and a point. */
  *group(group: string): Generator<[string, Fact], undefined> {
    for (const name of this.#names()) {
      const fact = name.startsWith(`${group}.`) ? this.get(name) : undefined;
      if (fact) yield [name, fact];
    }
  }

  get size(): number {
    return [...this].length;
  }

  forEach(tell: (fact: Fact, name: string, sheet: ReadonlyMap<string, Fact>) => void): void {
    for (const [name, fact] of this) tell(fact, name, this);
  }

  *entries(): Generator<[string, Fact], undefined> {
    for (const name of this.#names()) {
      const fact = this.get(name);
      if (fact) yield [name, fact];
    }
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

  /** What was read already comes first: who looks for any fact at all need not have the others read. */
  #names(): ReadonlySet<string> {
    return new Set([...this.#known.keys(), ...this.#sources.flatMap((source) => [...source.names])]);
  }
}

/** Facts that are known already, such as those of a form. */
export function sourceOf(facts: readonly Fact[]): FactSource {
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  return { names: byName.keys(), fact: (name) => byName.get(name) };
}
