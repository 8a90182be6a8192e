import { dayNumber } from '../../model/date.ts';
import type { TableFile } from './layout.ts';

/** Editions of one kind side by side, by their first day. */
export class Dated<T extends { readonly file: TableFile }> {
  /** The newest first. */
  readonly newest: readonly T[];
  readonly #from: readonly number[];

  constructor(tables: readonly T[]) {
    const dated = tables.map((table) => ({ table, from: dayNumber(table.file.header.effective.from) }));
    dated.sort((one, other) => other.from - one.from);
    this.newest = dated.map(({ table }) => table);
    this.#from = dated.map(({ from }) => from);
  }

  /**
   * The number, in `newest`, of the edition that answers on a day: the last one that has begun, else the first that will;
   * -1 when there is none. Without a day (below 0) the newest.
   */
  at(day: number): number {
    if (day < 0) return this.#from.length === 0 ? -1 : 0;
    for (let at = 0; at < this.#from.length; at++) if (this.#from[at]! <= day) return at;
    return this.#from.length - 1;
  }

  on(day: number): T | undefined {
    return this.newest[this.at(day)];
  }

  /**
   * The edition of the day and those after it, newest first: what a later one says of an earlier day is a correction. An
   * edition before that of the day was replaced by it and is not asked.
   */
  newestThat(knows: (table: T) => boolean, day: number): T | undefined {
    const last = this.at(day);
    for (let at = 0; at <= last; at++) if (knows(this.newest[at]!)) return this.newest[at];
    return undefined;
  }
}
