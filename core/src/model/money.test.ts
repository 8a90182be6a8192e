import { expect, test } from 'vitest';
import { cents, inDollars } from './money.ts';

test.each([
  [0, '$0.00'],
  [5, '$0.05'],
  [99_999, '$999.99'],
  [100_000, '$1,000.00'],
  [123_456_789_01, '$123,456,789.01'],
  [-123_450, '-$1,234.50'],
])('%i cents are told as %s', (amount, told) => {
  expect(inDollars(cents(amount))).toBe(told);
});
