import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact, FactValue } from '../../model/fact.ts';

/**
 * What the statements of a note say about one fact. Agreeing statements give the value with all their quotes,
 * contradicting ones give unknown with the quotes as conflict, silence gives no fact.
 */
export class Tally {
  readonly #name: string;
  /** Most facts are not told of in most notes: what is said begins with the first statement. */
  #said: { readonly value: FactValue; readonly evidence: NoteEvidence }[] | undefined;
  #vague: NoteEvidence[] | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  say(value: FactValue, evidence: NoteEvidence): void {
    (this.#said ??= []).push({ value, evidence });
  }

  /** Something is said, but no value can be taken from it (`several months`). */
  hint(evidence: NoteEvidence): void {
    (this.#vague ??= []).push(evidence);
  }

  get isSilent(): boolean {
    return this.#said === undefined;
  }

  /** @param agree when two values say the same; equality by default. The first value said is the one kept. */
  facts(agree: (one: FactValue, other: FactValue) => boolean = equal): Fact[] {
    const said = this.#said;
    if (!said) return this.#vague ? [{ name: this.#name, value: undefined, evidence: unique(this.#vague) }] : [];
    const first = said[0]!;
    const evidence = unique(said.map((one) => one.evidence));
    if (said.every((one) => agree(first.value, one.value))) {
      return [{ name: this.#name, value: first.value, evidence }];
    }
    return [{ name: this.#name, value: undefined, evidence, conflict: evidence }];
  }
}

/** One fact with one value. */
export function fact(name: string, value: FactValue | undefined, ...evidence: NoteEvidence[]): Fact {
  return { name, value, evidence };
}

function equal(one: FactValue, other: FactValue): boolean {
  return one === other;
}

function unique(evidence: readonly NoteEvidence[]): NoteEvidence[] {
  return evidence.filter(
    (one, index) => evidence.findIndex((other) => other.start === one.start && other.end === one.end) === index,
  );
}
