import { isIsoDate, type IsoDate } from '@interspace/core/model/date';
import type { Library } from '@interspace/core/model/library';

/** Whole cycles of the calendar, so that the 29th of February stays on it. */
const [BACK, FORWARD] = [1600, 6000];

/**
 * The law that was in force on one day, made to hold on every day: each beginning and end is moved far into the past when it
 * lies behind that day and far into the future when it lies ahead. The order of dates stays, so "the latest in force" stays
 * the latest. For judging a claim by the law of another day than its own, without moving the claim or its history.
 */
export function lawOfDay(library: Library, day: IsoDate): Library {
  const begins = (date: IsoDate) => shifted(date, date <= day);
  const ends = (date: IsoDate) => shifted(date, date < day);
  const dates = (value: unknown, move: (date: IsoDate) => string): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, dates(entry, move)]))
      : typeof value === 'string' && isIsoDate(value)
        ? move(value)
        : value;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => {
        if (key === 'from' || /From$/.test(key) || key === 'effective') return [key, dates(entry, begins)];
        if (key === 'through' || key === 'ends') return [key, dates(entry, ends)];
        return [key, walk(entry)];
      }),
    );
  };
  return walk(library) as Library;
}

function shifted(date: IsoDate, past: boolean): string {
  const year = Number(date.slice(0, 4)) + (past ? -BACK : FORWARD);
  return `${String(year).padStart(4, '0')}${date.slice(4)}`;
}
