import { expect, test } from 'vitest';
import { addDaysIn, addDaysWithin } from './days-in-text.ts';

test.each([
  ['', []],
  ['no day, well-known, 2026-1-1', []],
  ['2026-01-31', ['2026-01-31']],
  ['from 2026-01-31 through 2026-02-28.', ['2026-01-31', '2026-02-28']],
  ['12026-01-311', ['2026-01-31']],
  ['2026-01-3', []],
  ['-01-31', []],
  ['a-2026-01-31-b', ['2026-01-31']],
])('%j names %j', (text, days) => {
  const found = new Set<string>();
  addDaysIn(text, found);
  expect([...found]).toEqual(days);
});

test('every text of a value', () => {
  const found = new Set<string>();
  addDaysWithin({ one: [{ two: 'on 2026-01-31' }, 3, undefined, null], four: '2026-02-01' }, found);
  expect([...found]).toEqual(['2026-01-31', '2026-02-01']);
});
