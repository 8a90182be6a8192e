import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, fromDayNumber } from '../model/date.ts';
import { dayOf } from './scope.ts';

it('dayOf is dayNumber', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 60_000 }), (day) => {
      expect(dayOf(fromDayNumber(day))).toBe(day);
      expect(dayNumber(fromDayNumber(day))).toBe(day);
    }),
  );
});
