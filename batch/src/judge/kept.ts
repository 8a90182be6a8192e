import type { Epochs } from './epochs.ts';

/** Answers are forgotten when a run has met this many: memory stays flat whatever the file holds. */
const MOST = 5_000;

/**
 * Answers by shape and epoch of the law. An answer whose words name the day holds for that day only, and is kept under
 * the day itself.
 */
export class Kept<T> {
  readonly #epochs: Epochs;
  readonly #answers = new Map<number | string, Map<string, T | null>>();
  #size = 0;

  constructor(epochs: Epochs) {
    this.#epochs = epochs;
  }

  get(on: string, shape: string, make: () => T, epochs: Epochs = this.#epochs): T {
    const epoch = epochs.of(on);
    const known = this.#answers.get(epoch)?.get(shape);
    if (known !== undefined && known !== null) return known;
    if (known === null) {
      const found = this.#answers.get(on)?.get(shape);
      if (found !== undefined && found !== null) return found;
    }
    const made = make();
    const ofThatDay = on !== '' && JSON.stringify(made).includes(on);
    if (ofThatDay) this.#keep(epoch, shape, null);
    this.#keep(ofThatDay ? on : epoch, shape, made);
    return made;
  }

  #keep(key: number | string, shape: string, made: T | null): void {
    if (this.#size++ >= MOST) {
      this.#answers.clear();
      this.#size = 0;
    }
    let under = this.#answers.get(key);
    if (!under) this.#answers.set(key, (under = new Map()));
    under.set(shape, made);
  }
}
