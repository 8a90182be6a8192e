import { addMonths, type IsoDate } from '../model/date.ts';
import type { Duration } from '../model/duration.ts';

/** True for windows that are counted in calendar months. */
export function isCalendar(window: Duration): boolean {
  return window.unit === 'months' || window.unit === 'years';
}

/** The first day after a year that opened with a session on `first`: its month counts whole. */
export function yearCloses(first: IsoDate, window: Duration): IsoDate {
  const months = window.unit === 'years' ? window.amount * 12 : window.amount;
  return addMonths(`${first.slice(0, 8)}01` as IsoDate, months);
}

/**
 * First date that counts on `on`, where a year opens with a first session and the next one with the first session after
 * it closed. Undefined when no earlier session is known.
 */
export function yearStart(dates: readonly IsoDate[], on: IsoDate, window: Duration): IsoDate | undefined {
  let opened: IsoDate | undefined;
  for (const date of [...dates].sort()) if (opened === undefined || date >= yearCloses(opened, window)) opened = date;
  if (opened === undefined) return undefined;
  const closes = yearCloses(opened, window);
  return on < closes ? opened : closes;
}
