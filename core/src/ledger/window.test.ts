import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, date, fromDayNumber, type IsoDate } from '../model/date.ts';
import { parseDuration, type Duration } from '../model/duration.ts';
import { dropsOutOn, nextEligibleDate, windowStart, type Boundary } from './window.ts';

const year = parseDuration('12 months') as Duration;
const anyDate = fc.integer({ min: 14_000, max: 22_000 }).map((day) => fromDayNumber(day));
const anyWindow = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom('days' as const, 'weeks' as const, 'months' as const, 'years' as const),
});
const anyBoundary = fc.constantFrom<Boundary>('inclusive', 'exclusive');

describe('windowStart', () => {
  it.each([
    ['2026-04-20', 'inclusive', '2025-04-20'],
    ['2026-04-20', 'exclusive', '2025-04-21'],
    ['2024-02-29', 'inclusive', '2023-02-28'],
    ['2025-03-01', 'inclusive', '2024-03-01'],
  ] as const)('%s %s → %s', (on, boundary, start) => {
    expect(windowStart(date(on), year, boundary)).toBe(start);
  });
});

describe('nextEligibleDate', () => {
  const sessions = ['2025-05-01', '2025-08-05', '2025-11-10', '2026-02-15'].map(date);
  it('is the day after the anniversary of the earliest session that must drop out', () => {
    expect(nextEligibleDate(sessions, year, 4, 'inclusive')).toBe('2026-05-02');
    expect(nextEligibleDate(sessions, year, 4, 'exclusive')).toBe('2026-05-01');
    expect(nextEligibleDate(sessions, year, 2, 'inclusive')).toBe('2026-11-11');
  });
  it('has no answer for a limit of none, and none is needed below the limit', () => {
    expect(nextEligibleDate(sessions, year, 0, 'inclusive')).toBeUndefined();
    expect(nextEligibleDate(sessions, year, 5, 'inclusive')).toBeUndefined();
  });
  it('counts a date once however often it is given, in any order', () => {
    const doubled = [...sessions, ...sessions].reverse();
    expect(nextEligibleDate(doubled, year, 4, 'inclusive')).toBe('2026-05-02');
  });
});

describe('window algebra', () => {
  it('a session counts until the day before it drops out, and never after', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyWindow,
        anyBoundary,
        fc.integer({ min: 0, max: 500 }),
        (session, window, boundary, later) => {
          const out = dropsOutOn(session, window, boundary);
          expect(windowStart(addDays(out, -1), window, boundary) <= session).toBe(true);
          expect(windowStart(addDays(out, later), window, boundary) > session).toBe(true);
        },
      ),
    );
  });
  it('the next eligible date is the first one with room', () => {
    fc.assert(
      fc.property(
        fc.array(anyDate, { minLength: 1, maxLength: 8 }),
        anyWindow,
        fc.integer({ min: 1, max: 5 }),
        anyBoundary,
        (dates, window, limit, boundary) => {
          const distinct = [...new Set(dates)];
          const next = nextEligibleDate(dates, window, limit, boundary);
          const counted = (on: IsoDate) => distinct.filter((day) => windowStart(on, window, boundary) <= day).length;
          if (next === undefined) expect(distinct.length).toBeLessThan(limit);
          else {
            expect(counted(next)).toBeLessThan(limit);
            expect(counted(addDays(next, -1))).toBeGreaterThanOrEqual(limit);
          }
        },
      ),
    );
  });
});
