import type { Sentence } from './note.ts';
import type { TextIndex } from './text-index.ts';

/** In which sentences a pattern may match: most patterns that are asked of every sentence match in none or in one. */
export class SentenceIndex {
  readonly #index: TextIndex;
  readonly #sentences: readonly Sentence[];
  /** By pattern: a bit for each sentence in which a match may begin. */
  readonly #begins = new Map<RegExp, Int32Array>();

  /** @param index of the text that the sentences are of */
  constructor(index: TextIndex, sentences: readonly Sentence[]) {
    this.#index = index;
    this.#sentences = sentences;
  }

  /** False when the pattern, searched in the words of that sentence alone, cannot match. */
  may({ index }: Sentence, pattern: RegExp): boolean {
    let begins = this.#begins.get(pattern);
    if (begins === undefined) this.#begins.set(pattern, (begins = this.#of(pattern)));
    return begins === ANY || (begins[index >> 5]! & (1 << (index & 31))) !== 0;
  }

  #of(pattern: RegExp): Int32Array {
    const places = this.#index.places(pattern);
    if (places === undefined) return ANY;
    const begins = new Int32Array((this.#sentences.length >> 5) + 1);
    for (const place of places) {
      const index = this.#at(place);
      begins[index >> 5]! |= 1 << (index & 31);
    }
    return begins;
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

/** A match may begin in too many places to be looked up. */
const ANY = new Int32Array(0);
