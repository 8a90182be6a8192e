import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, date, dayNumber, fromDayNumber, isoDate } from './date.ts';

describe('fromDayNumber', () => {
  it('is the day that the platform counts, in the years 0 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        expect(fromDayNumber(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
  it('is the inverse of dayNumber', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 60_000 }), (day) => {
        expect(dayNumber(fromDayNumber(day))).toBe(day);
      }),
    );
  });
});

describe('calendarDate', () => {
  it('is the date that is written so, where there is one', () => {
    const whole = (max: number) => fc.integer({ min: -1, max });
    fc.assert(
      fc.property(whole(10_001), whole(14), whole(33), (year, month, day) => {
        const text = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
        expect(calendarDate(year, month, day)).toBe(isoDate(text));
      }),
    );
  });
});

describe('addDays', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1970-01-01', -1, '1969-12-31'],
  ])('%s %i days is %s', (from, days, to) => {
    expect(addDays(date(from), days)).toBe(to);
  });
});
