import { expect, it } from 'vitest';
import { datesIn, Epochs } from './epochs.ts';

const epochs = new Epochs(
  datesIn({ from: '2026-01-01', params: { '2026-04-16': { through: '2026-06-30' } } }, ['no date']),
);

it.each([
  ['2025-06-01', '2025-12-31', true],
  ['2025-12-31', '2026-01-01', false],
  ['2026-01-01', '2026-01-02', true],
  ['2026-01-02', '2026-04-15', true],
  ['2026-04-15', '2026-04-16', false],
  ['2026-04-16', '2026-06-30', true],
  ['2026-06-30', '2026-07-01', false],
  ['2026-07-01', '2030-01-01', true],
])('%s and %s are judged alike: %s', (one, other, alike) => {
  expect(epochs.of(one) === epochs.of(other)).toBe(alike);
});
