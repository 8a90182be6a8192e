/**
 * The first days on which law can be another than on the day before, sorted: dates as they stand, and the day after one
 * that ends something (`through`, `ends`, `confirmed`).
 */
export function datesIn(...law: readonly unknown[]): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown, ends: boolean): void => {
    if (typeof value === 'string') {
      if (DATE.test(value)) found.add(ends ? dayAfter(value) : value);
    } else if (Array.isArray(value)) for (const item of value) walk(item, ends);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        if (DATE.test(key)) found.add(key);
        // When a source was read changes no law.
        if (key !== 'read') walk(item, ends || ENDS.has(key));
      }
  };
  for (const each of law) walk(each, false);
  return [...found].toSorted();
}

/** Words under which the last day of something stands. */
const ENDS: ReadonlySet<string> = new Set(['through', 'ends', 'confirmed']);

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Numbers the stretches of days over which no law changes. Two days with the same number are judged alike, because law
 * begins only on the dates given.
 */
export class Epochs {
  readonly #dates: readonly string[];
  readonly #known = new Map<string, number>();

  constructor(dates: readonly string[]) {
    this.#dates = dates;
  }

  /** The first day of the stretch; before the first change the day itself. */
  first(day: string): string {
    return this.#dates[this.of(day) - 1] ?? day;
  }

  of(day: string): number {
    const known = this.#known.get(day);
    if (known !== undefined) return known;
    let low = 0;
    let high = this.#dates.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#dates[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    if (this.#known.size > 20_000) this.#known.clear();
    this.#known.set(day, low);
    return low;
  }
}
