/** Every date that law mentions, keys and values alike, as a sorted list without repetition. */
export function datesIn(...law: readonly unknown[]): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (DATE.test(value)) found.add(value);
    } else if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        if (DATE.test(key)) found.add(key);
        walk(item);
      }
  };
  for (const each of law) walk(each);
  return [...found].toSorted();
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Numbers the stretches of days over which no law changes. Two days with the same number are judged alike, because law
 * can only begin on a date that it mentions or on the day after one.
 */
export class Epochs {
  readonly #dates: readonly string[];
  readonly #known = new Map<string, number>();

  constructor(dates: readonly string[]) {
    this.#dates = dates;
  }

  of(day: string): number {
    const known = this.#known.get(day);
    if (known !== undefined) return known;
    // A mentioned date is an epoch of its own: it may be the first day of something and the last of something else.
    let low = 0;
    let high = this.#dates.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#dates[middle]! < day) low = middle + 1;
      else high = middle;
    }
    const epoch = 2 * low + (this.#dates[low] === day ? 1 : 0);
    if (this.#known.size > 20_000) this.#known.clear();
    this.#known.set(day, epoch);
    return epoch;
  }
}
