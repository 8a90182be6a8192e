import { date } from '@interspace/core/model/date';
import { expect, it } from 'vitest';
import type { KeptClaim } from './record.ts';
import { superseded } from './superseded.ts';

/** `id frequency day codes` → a claim as it is kept. */
function kept(text: string): KeptClaim {
  const [id = '', frequency = '1', day = '1', codes = '62323', npi = '1234567893'] = text.split(' ');
  const lines = codes.split('+').map((code, at) => ({
    number: at + 1,
    code,
    modifiers: [],
    units: 1,
    from: date('2026-03-02'),
    pointers: [1],
  }));
  const claim = { id, type: 'professional' as const, frequency, diagnoses: [], billing: { npi }, lines };
  return { claim, patient: 'p', file: 0, offset: 0, ordinal: 1, transaction: 1, state: undefined, day: Number(day) };
}

it.each([
  ['nothing without a replacement', 'a 1 5|b 1 5', ''],
  ['the original of a replacement', 'a 1 5|b 7 5', 'a'],
  ['the original and the void', 'a 1 5|b 8 5', 'a b'],
  ['the one with the same number before the last one', 'a 1 5|b 1 5|a 7 5', 'a'],
  ['no claim of another day', 'a 1 4|b 7 5', ''],
  ['the only one with its number when the day is corrected', 'a 1 4|b 1 6|a 7 5', 'a'],
  ['none when several claims have the number', 'a 1 4|a 1 6|a 7 5', ''],
  ['no claim of another billing provider', 'a 1 5 62323 1999999992|b 7 5', ''],
  ['no claim without a service in common', 'a 1 5 99213|b 7 5', ''],
  ['no claim that comes after it', 'b 7 5|a 1 5', ''],
  ['a replacement that is replaced', 'a 1 5|b 7 5|c 7 5', 'a b'],
  ['a claim that lost one of its services', 'a 1 5 20553+64450|b 7 5 20553', 'a'],
])('%s', (_, text, expected) => {
  const all = text.split('|').map(kept);
  const gone = superseded(all);
  expect(
    all
      .filter((one) => gone.has(one))
      .map(({ claim }) => claim.id)
      .join(' '),
  ).toBe(expected);
});
