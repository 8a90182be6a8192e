import { addDays, addMonths, type IsoDate } from './date.ts';

export type DurationUnit = 'days' | 'weeks' | 'months' | 'years';

/** A length of time as a rule writes it: `14 days`, `12 months`. Calendar months where a date is at hand. */
export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const DAYS: Readonly<Record<DurationUnit, number>> = { days: 1, weeks: 7, months: 30, years: 365 };

/** `14 days`, `1 week`, `12 months`, `2 years`; undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const found = /^(\d+) (day|week|month|year)s?$/.exec(text);
  return found ? { amount: Number(found[1]), unit: `${found[2] ?? 'day'}s` as DurationUnit } : undefined;
}

export function isDuration(value: unknown): value is Duration {
  return typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value;
}

/** `12 months`, `1 day`. */
export function durationInWords(of: Duration): string {
  return `${of.amount} ${of.amount === 1 ? of.unit.slice(0, -1) : of.unit}`;
}

/** Length in another unit for comparing with a measured number: a month counts 30 days, a year 365 (or 12 months, 52 weeks). */
export function durationIn(of: Duration, unit: DurationUnit): number {
  if (of.unit === unit) return of.amount;
  if (of.unit === 'years' && unit === 'months') return of.amount * 12;
  if (of.unit === 'years' && unit === 'weeks') return of.amount * 52;
  return (of.amount * DAYS[of.unit]) / DAYS[unit];
}

/** The calendar date that much earlier (`sign` -1) or later (+1). */
export function shiftDate(from: IsoDate, by: Duration, sign: 1 | -1): IsoDate {
  switch (by.unit) {
    case 'days':
      return addDays(from, sign * by.amount);
    case 'weeks':
      return addDays(from, sign * by.amount * 7);
    case 'months':
      return addMonths(from, sign * by.amount);
    case 'years':
      return addMonths(from, sign * by.amount * 12);
  }
}
