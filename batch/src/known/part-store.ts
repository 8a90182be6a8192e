import { IntSequences } from './int-sequences.ts';

/**
 * Answers by a key of integers. An answer that names its own day, or the day of something else, is kept for that day
 * only; the others for the whole epoch of the law.
 */
export class PartStore<T> {
  hits = 0;
  misses = 0;
  /** Whether the answer given last holds for the whole epoch. */
  shared = true;
  readonly #keys = new IntSequences();
  #answers: (T | null)[] = [null];

  get size(): number {
    return this.#keys.count;
  }

  clear(): void {
    this.#keys.clear();
    this.#answers = [null];
  }

  /**
   * `key` ends with a free place for the time. `alone`: only for this very day. `make` says the answer and whether it
   * holds for the whole epoch.
   */
  get(
    key: Int32Array,
    length: number,
    epoch: number,
    day: number,
    alone: boolean,
    make: () => { readonly answer: T; readonly shared: boolean },
  ): T {
    let at = 0;
    this.shared = !alone;
    if (!alone) {
      key[length - 1] = epoch;
      at = this.#keys.id(key, length);
      const found = this.#answers[at];
      if (found) {
        this.hits++;
        return found;
      }
    }
    this.shared = false;
    let own = 0;
    if (alone || at < this.#answers.length) {
      key[length - 1] = ~day;
      own = this.#keys.id(key, length);
      const found = this.#answers[own];
      if (found) {
        this.hits++;
        return found;
      }
    }
    this.misses++;
    // Who makes an answer may put keys of other answers together in the same place.
    const whole = key.slice(0, length);
    const { answer, shared } = make();
    this.shared = !alone && shared;
    if (this.shared) {
      this.#put(at, answer);
      return answer;
    }
    if (own === 0) {
      whole[length - 1] = ~day;
      own = this.#keys.id(whole, length);
    }
    if (at > 0) this.#put(at, null);
    this.#put(own, answer);
    return answer;
  }

  #put(at: number, answer: T | null): void {
    while (this.#answers.length <= at) this.#answers.push(null);
    this.#answers[at] = answer;
  }
}
