import type { IsoDate } from '../model/date.ts';

/** Dates are forgotten when a long run has met this many of one thing. */
const KEPT = 1024;

/** What was made of things of the law for a date, kept for the next time. */
export class DatedMemory<K, T> {
  readonly #kept = new Map<K, Map<IsoDate, T>>();

  get(of: K, on: IsoDate, make: () => T): T {
    let dates = this.#kept.get(of);
    if (!dates) this.#kept.set(of, (dates = new Map()));
    const known = dates.get(on);
    if (known !== undefined || dates.has(on)) return known as T;
    if (dates.size >= KEPT) dates.clear();
    const made = make();
    dates.set(on, made);
    return made;
  }
}
