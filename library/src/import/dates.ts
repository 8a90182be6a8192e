import { type IsoDate, daysInMonth, isIsoDate } from '@interspace/core/model/date';
import { NO_LAST_DAY } from '@interspace/core/edits/agency/pair-table';

const FAR_FUTURE = 2900;

/**
 * A day number from the forms that the agencies use: `20240701`, `2024-07-01`, `7/1/2024`, and a spreadsheet's day
 * count. `NO_LAST_DAY` for the ways to say "open": blank, `*`, a year like 9999. NaN when it is no date.
 */
export function dayFrom(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '*') return NO_LAST_DAY;
  const compact = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]00:00:00.*)?$/.exec(trimmed);
  if (compact) return calendarDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  if (american) return calendarDay(Number(american[3]), Number(american[1]), Number(american[2]));
  // Day counts of spreadsheets start in 1900; 25569 is 1970-01-01. The bounds are 1954 and 2119.
  if (/^\d{5}$/.test(trimmed) && Number(trimmed) >= 20_000 && Number(trimmed) <= 80_000)
    return Number(trimmed) - 25_569;
  return Number.NaN;
}

function calendarDay(year: number, month: number, day: number): number {
  if (year >= FAR_FUTURE) return NO_LAST_DAY;
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** `2026091` (year and day of the year) → day number; blank and 9999 open; NaN when it is no such date. */
export function dayFromOrdinal(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '*' || /^0+$/.test(trimmed)) return NO_LAST_DAY;
  const found = /^(\d{4})(\d{3})$/.exec(trimmed);
  if (!found) return dayFrom(trimmed);
  const [year, ordinal] = [Number(found[1]), Number(found[2])];
  if (year >= FAR_FUTURE) return NO_LAST_DAY;
  const leap = daysInMonth(year, 2) === 29;
  if (year < 1900 || ordinal < 1 || ordinal > (leap ? 366 : 365)) return Number.NaN;
  return Math.round(Date.UTC(year, 0, 1) / 86_400_000) + ordinal - 1;
}

export function isoOrThrow(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

export function lastDayOfMonth(year: number, month: number): IsoDate {
  return isoOrThrow(`${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`);
}
