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

  constructor(tables: readonly T[]) {
    this.all = tables.toSorted(
      (one, other) =>
        compare(one.edition.from, other.edition.from) || Number(one.edition.complete) - Number(other.edition.complete),
    );
    this.#from = this.all.map((table) => dayNumber(table.edition.from));
    this.#through = this.all.map((table) => dayNumber(table.edition.through));
  }

  on(day: number): T | undefined {
    // Neighbouring lines have the same day nearly always.
    if (day !== this.#day) {
      this.#found = this.#choose(day);
      this.#day = day;
    }
    return this.#found;
  }

  #choose(day: number): T | undefined {
    let selection: T | undefined;
    for (let at = this.all.length - 1; at >= 0; at--) {
      const table = this.all[at];
      if (!table || (this.#from[at] ?? 0) > day || day > (this.#through[at] ?? 0)) continue;
      if (table.edition.complete) return table;
      selection ??= table;
    }
    if (selection) return selection;
    for (let at = this.all.length - 1; at >= 0; at--) if ((this.#from[at] ?? 0) <= day) return this.all[at];
    return this.all[0];
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
