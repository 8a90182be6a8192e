import type { Epochs } from './epochs.ts';

/** Answers are forgotten when a run has met this many: memory stays flat whatever the file holds. */
const MOST = 30_000;

/**
 * Answers by shape and epoch of the law. An answer whose words name the day holds for that day only, and is kept under
 * the day itself.
 */
export class Kept<T> {
  readonly #epochs: Epochs;
  readonly #answers = new Map<string, T | null>();

  constructor(epochs: Epochs) {
    this.#epochs = epochs;
  }

  get(on: string, shape: string, make: () => T): T {
    const key = `${this.#epochs.of(on)}${shape}`;
    const known = this.#answers.get(key);
    if (known !== undefined && known !== null) return known;
    const exact = `${on}${shape}`;
    if (known === null) {
      const found = this.#answers.get(exact);
      if (found !== undefined && found !== null) return found;
    }
    const made = make();
    if (this.#answers.size >= MOST) this.#answers.clear();
    const ofThatDay = on !== '' && JSON.stringify(made).includes(on);
    if (ofThatDay) this.#answers.set(key, null);
    this.#answers.set(ofThatDay ? exact : key, made);
    return made;
  }
}
