import { expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

const KEYS = ['placeOfService', 'payer', 'plan', 'state', 'claimType', 'dateOfService'];

test.each([
  ['place-of-service', 'placeOfService'],
  ['placeOfServce', 'placeOfService'],
  ['pyaer', 'payer'],
  ['Stat', 'state'],
  ['claim_type', 'claimType'],
  ['colour', undefined],
  ['x', undefined],
])('%s means %s', (word, meant) => {
  expect(didYouMean(word, KEYS)).toBe(meant);
});
