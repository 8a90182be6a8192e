import type { ClaimType } from '../../model/claim.ts';
import { dayNumber, type IsoDate } from '../../model/date.ts';
import type { Edition } from '../../model/law/edits.ts';

/** Tables side by side; the one in force on a day, else the nearest before it, else the first. */
export class Editions<T extends { readonly edition: Edition }> {
  readonly #tables: readonly T[];
  readonly #from: readonly number[];

  constructor(tables: readonly T[]) {
    this.#tables = tables.toSorted((one, other) => (one.edition.from < other.edition.from ? -1 : 1));
    this.#from = this.#tables.map((table) => dayNumber(table.edition.from));
  }

  on(day: number): T | undefined {
    for (let at = this.#tables.length - 1; at > 0; at--) if ((this.#from[at] ?? 0) <= day) return this.#tables[at];
    return this.#tables[0];
  }
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
