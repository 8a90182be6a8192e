import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact, FactValue } from '../../model/fact.ts';

/**
 * What the statements of a note say about one fact. Agreeing statements give the value with all their quotes,
 * contradicting ones give unknown with the quotes as conflict, silence gives no fact.
 */
export class Tally {
  readonly #name: string;
  readonly #said: { readonly value: FactValue; readonly evidence: NoteEvidence }[] = [];
  readonly #vague: NoteEvidence[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  say(value: FactValue, evidence: NoteEvidence): void {
    this.#said.push({ value, evidence });
  }

  /** Something is said, but no value can be taken from it (`several months`). */
  hint(evidence: NoteEvidence): void {
    this.#vague.push(evidence);
  }

  get isSilent(): boolean {
    return this.#said.length === 0;
  }

  /** @param agree when two values say the same; equality by default. The first value said is the one kept. */
  facts(agree: (one: FactValue, other: FactValue) => boolean = (one, other) => one === other): Fact[] {
    const [first] = this.#said;
    if (!first)
      return this.#vague.length > 0 ? [{ name: this.#name, value: undefined, evidence: unique(this.#vague) }] : [];
    const evidence = unique(this.#said.map((one) => one.evidence));
    if (this.#said.every((one) => agree(first.value, one.value))) {
      return [{ name: this.#name, value: first.value, evidence }];
    }
    return [{ name: this.#name, value: undefined, evidence, conflict: evidence }];
  }
}

/** One fact with one value. */
export function fact(name: string, value: FactValue | undefined, ...evidence: NoteEvidence[]): Fact {
  return { name, value, evidence };
}

function unique(evidence: readonly NoteEvidence[]): NoteEvidence[] {
  return evidence.filter(
    (one, index) => evidence.findIndex((other) => other.start === one.start && other.end === one.end) === index,
  );
}
