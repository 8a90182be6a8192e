import type { TextIndex } from './text-index.ts';

/** What is asked of a sentence: its number, and where it ends. */
interface Numbered {
  readonly index: number;
  readonly end: number;
}

/** A bit for each sentence in which a match may begin. */
export type SomeSentences = Readonly<Int32Array>;

/** In which sentences a pattern may match: most patterns that are asked of every sentence match in none or in one. */
export class SentenceIndex {
  readonly #index: TextIndex;
  readonly #sentences: readonly Numbered[];
  readonly #known = new Map<RegExp, SomeSentences>();

  /** @param index of the text that the sentences are of */
  constructor(index: TextIndex, sentences: readonly Numbered[]) {
    this.#index = index;
    this.#sentences = sentences;
  }

  /** False when the pattern, searched in the words of that sentence alone, cannot match. */
  may(sentence: Numbered, pattern: RegExp): boolean {
    let some = this.#known.get(pattern);
    if (some === undefined) this.#known.set(pattern, (some = this.sentencesFor(pattern)));
    return isAmong(some, sentence);
  }

  /** The sentences in which the pattern may match, for whoever asks all of them. */
  sentencesFor(pattern: RegExp): SomeSentences {
    const places = this.#index.places(pattern);
    if (places === undefined) return ANY;
    const some = new Int32Array((this.#sentences.length >> 5) + 1);
    for (const place of places) {
      const index = this.#at(place);
      some[index >> 5]! |= 1 << (index & 31);
    }
    return some;
  }

  /** Number of the first sentence that ends behind a place; as many as there are when none does. */
  #at(place: number): number {
    let [low, high] = [0, this.#sentences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sentences[middle]!.end <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export function isAmong(some: SomeSentences, { index }: Numbered): boolean {
  return some === ANY || (some[index >> 5]! & (1 << (index & 31))) !== 0;
}

/** A match may begin in too many places to be looked up. */
const ANY: SomeSentences = new Int32Array(0);
