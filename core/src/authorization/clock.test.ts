import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, date } from '../model/date.ts';
import type { ProgramClock } from '../model/law/program.ts';
import { clockInWords, dueDay, isLate, moment } from './clock.ts';

const citation = { document: 'D', gist: 'g', confidence: 'high' as const };
const hours: ProgramClock = { urgency: 'expedited', hours: 72, citation };
const days: ProgramClock = { urgency: 'standard', days: 7, citation };
const work: ProgramClock = { urgency: 'expedited', businessDays: 2, citation };

describe('late or not', () => {
  it.each<[string, ProgramClock, string, string, boolean | undefined]>([
    ['96 hours', hours, '2026-06-01T10:00', '2026-06-05T10:00', true],
    ['72 hours', hours, '2026-06-01T10:00', '2026-06-04T10:00', false],
    ['a minute more', hours, '2026-06-01T10:00', '2026-06-04T10:01', true],
    ['the minutes are not known and would decide', hours, '2026-06-01', '2026-06-04', undefined],
    ['late whatever the minutes', hours, '2026-06-01', '2026-06-05', true],
    ['in time whatever the minutes', hours, '2026-06-01', '2026-06-03', false],
    ['the seventh day', days, '2026-06-01', '2026-06-08', false],
    ['the eighth day', days, '2026-06-01', '2026-06-09', true],
    ['Friday to Tuesday', work, '2026-06-05', '2026-06-09', false],
    ['Friday to Wednesday', work, '2026-06-05', '2026-06-10', true],
  ])('%s', (_, clock, asked, answered, late) => {
    expect(isLate(clock, moment(asked)!, moment(answered)!)).toBe(late);
  });

  it('a later answer is never less late', () => {
    const day = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(day, day, fc.constantFrom(days, work), (one, more, clock) => {
        const asked = { day: date('2026-06-01'), minute: undefined };
        const at = (after: number) => ({ day: addDays(asked.day, after), minute: undefined });
        return isLate(clock, asked, at(one)) !== true || isLate(clock, asked, at(one + more)) === true;
      }),
    );
  });
});

it.each([
  [hours, '2026-06-04', '72 hours'],
  [days, '2026-06-08', '7 days'],
  [work, '2026-06-03', '2 business days'],
])('due day of %#', (clock, due, words) => {
  expect(dueDay(clock, date('2026-06-01'))).toBe(due);
  expect(clockInWords(clock)).toBe(words);
});

it.each(['2026-02-30', 'yesterday', '2026-06-01T25:00', '2026-06-01T10:61', '6/1/2026'])('%s is no moment', (text) => {
  expect(moment(text)).toBeUndefined();
});
