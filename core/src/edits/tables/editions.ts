import type { ClaimType } from '../../model/claim.ts';
import { dayNumber, type IsoDate } from '../../model/date.ts';
import type { Edition } from '../../model/law/edits.ts';

/**
 * Tables side by side. The one in force on a day answers, an agency's whole edition before a selection; else the
 * nearest before the day, else the first one after it. The last two are told wherever a Finding rests on them.
 */
export class Editions<T extends { readonly edition: Edition }> {
  readonly all: readonly T[];
  readonly #from: readonly number[];
  readonly #through: readonly number[];
  #day = Number.NaN;
  #found: T | undefined;
  #beyond: T | undefined;

  constructor(tables: readonly T[]) {
    this.all = tables.toSorted(
      (one, other) =>
        compare(one.edition.from, other.edition.from) || Number(one.edition.complete) - Number(other.edition.complete),
    );
    this.#from = this.all.map((table) => dayNumber(table.edition.from));
    this.#through = this.all.map((table) => dayNumber(table.edition.through));
  }

  on(day: number): T | undefined {
    if (day !== this.#day) this.#look(day);
    return this.#found;
  }

  /** Where a selection answers: the nearest whole edition, for the codes that the selection leaves out. */
  beyond(day: number): T | undefined {
    if (day !== this.#day) this.#look(day);
    return this.#beyond;
  }

  /** Neighbouring lines have the same day nearly always. */
  #look(day: number): void {
    this.#day = day;
    this.#found = this.#inForce(day) ?? this.#nearest(day, false);
    this.#beyond = this.#found?.edition.complete === false ? this.#nearest(day, true) : undefined;
  }

  #inForce(day: number): T | undefined {
    let selection: T | undefined;
    for (let at = this.all.length - 1; at >= 0; at--) {
      const table = this.all[at];
      if (!table || (this.#from[at] ?? 0) > day || day > (this.#through[at] ?? 0)) continue;
      if (table.edition.complete) return table;
      selection ??= table;
    }
    return selection;
  }

  #nearest(day: number, whole: boolean): T | undefined {
    let after: number | undefined;
    for (let at = this.all.length - 1; at >= 0; at--) {
      const table = this.all[at];
      if (!table || (whole && !table.edition.complete)) continue;
      const from = this.#from[at] ?? 0;
      if (from <= day) return table;
      // Of those that begin together the whole one stands last.
      if (after === undefined || from < (this.#from[after] ?? 0)) after = at;
    }
    return after === undefined ? undefined : this.all[after];
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** `2024Q3`, and honestly more when the edition is not that of the date of service or of the kind of claim. */
export function editionInWords(
  edition: Edition,
  on: IsoDate | undefined,
  claimType: ClaimType,
  confirmed?: IsoDate,
): string {
  // The practitioner tables judge surgical centers too; hospitals have tables of their own.
  const other = claimType === 'hospital-opd' && edition.setting !== 'hospital';
  return `${age(edition, on, confirmed)}${other ? '; it is the practitioners\u2019 table, the hospital table may differ' : ''}`;
}

function age(edition: Edition, on: IsoDate | undefined, confirmed: IsoDate | undefined): string {
  if (on === undefined || (edition.from <= on && on <= edition.through)) return edition.edition;
  if (on < edition.from)
    return `${edition.edition}, which begins after the date of service: check the edition of that day`;
  if (confirmed !== undefined && confirmed >= on) return `${edition.edition}, found unchanged on ${confirmed}`;
  const later = confirmed === undefined ? '' : ` (found unchanged on ${confirmed})`;
  return `${edition.edition}${later}, which is older than the date of service: check the current edition`;
}
