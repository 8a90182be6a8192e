import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, fromDayNumber } from '../model/date.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import { yearCloses, yearStart } from './benefit-year.ts';
import { openLedger } from './open-ledger.ts';

const year = { amount: 12, unit: 'months' } as const;

describe('a year that opens with the first session', () => {
  it.each([
    ['2026-03-21', '2027-03-01'],
    ['2026-03-01', '2027-03-01'],
    ['2026-12-31', '2027-12-01'],
    ['2024-02-29', '2025-02-01'],
  ])('opened on %s closes on %s', (first, closes) => {
    expect(yearCloses(date(first), year)).toBe(closes);
  });

  it.each([
    [['2026-03-21'], '2027-02-28', '2026-03-21'],
    [['2026-03-21'], '2027-03-01', '2027-03-01'],
    [['2026-03-21', '2027-03-05'], '2027-04-01', '2027-03-05'],
    [[], '2026-03-21', undefined],
  ])('%j seen on %s counts from %s', (dates, on, start) => {
    expect(yearStart(dates.map(date), date(on), year)).toBe(start);
  });

  it('never counts a session of a closed year, and every session since the year opened', () => {
    const day = fc.integer({ min: 18_000, max: 21_000 }).map((number) => fromDayNumber(number));
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 12 }), day, (dates, on) => {
        const earlier = dates.filter((one) => one < on);
        const start = yearStart(earlier, on, year);
        if (start === undefined) expect(earlier).toEqual([]);
        else {
          expect(start <= on).toBe(true);
          const counted = earlier.filter((one) => one >= start);
          expect(counted.length === 0 || (counted.includes(start) && on < yearCloses(start, year))).toBe(true);
        }
      }),
    );
  });

  it('gives the ledger its window and the day on which the next year can open', () => {
    const rule: SessionRule = {
      families: ['acupuncture'],
      regionGroups: {},
      windowStart: 'first-month',
      windowStanding: 'settled',
      roles: [],
    };
    const sessions = ['2026-03-21', '2026-04-02', '2026-05-04'].map((on) => ({
      date: date(on),
      family: 'acupuncture',
    }));
    const ledger = openLedger({ complete: true, sessions }, rule, date('2027-02-10'));
    expect(ledger.windowStart(year)).toBe('2026-03-21');
    expect(
      ledger.nextEligible(
        sessions.map((one) => one.date),
        year,
        2,
      ),
    ).toBe('2027-03-01');
    expect(ledger.windowStart({ amount: 90, unit: 'days' })).toBe('2026-11-12');
  });
});
