import { IntSequences } from './int-sequences.ts';

/**
 * Answers by a key of integers. An answer that names its own day, or the day of something else, is kept for that day
 * only; the others for the whole epoch of the law. Who finds none puts it in: nothing else is looked for in between.
 */
export class PartStore<T> {
  hits = 0;
  misses = 0;
  /** Whether the answer given last holds for the whole epoch. */
  shared = true;
  readonly #keys = new IntSequences();
  #answers: (T | null)[] = [null];
  /** What was looked for last and not found: its key, and where its answer goes. */
  #key = new Int32Array(64);
  #length = 0;
  #alone = false;
  #day = 0;
  #at = 0;
  #own = 0;

  get size(): number {
    return this.#keys.count;
  }

  clear(): void {
    this.#keys.clear();
    this.#answers = [null];
  }

  /** `key` ends with a free place for the time. `alone`: only for this very day. */
  find(key: Int32Array, length: number, epoch: number, day: number, alone: boolean): T | undefined {
    let at = 0;
    if (!alone) {
      key[length - 1] = epoch;
      at = this.#keys.id(key, length);
      const found = this.#answers[at];
      if (found) {
        this.shared = true;
        this.hits++;
        return found;
      }
    }
    return this.#findOwn(key, length, at, day, alone);
  }

  /** The answer that was not found; `shared`: it holds for the whole epoch. */
  put(answer: T, shared: boolean): T {
    this.shared = !this.#alone && shared;
    if (this.shared) {
      this.#keep(this.#at, answer);
      return answer;
    }
    if (this.#own === 0) {
      this.#key[this.#length - 1] = ~this.#day;
      this.#own = this.#keys.id(this.#key, this.#length);
    }
    if (this.#at > 0) this.#keep(this.#at, null);
    this.#keep(this.#own, answer);
    return answer;
  }

  #findOwn(key: Int32Array, length: number, at: number, day: number, alone: boolean): T | undefined {
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
    if (this.#key.length < length) this.#key = new Int32Array(2 * length);
    for (let each = 0; each < length; each++) this.#key[each] = key[each]!;
    this.#length = length;
    this.#alone = alone;
    this.#day = day;
    this.#at = at;
    this.#own = own;
    return undefined;
  }

  #keep(at: number, answer: T | null): void {
    while (this.#answers.length <= at) this.#answers.push(null);
    this.#answers[at] = answer;
  }
}
