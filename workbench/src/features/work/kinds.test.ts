import { expect, it } from 'vitest';
import { WorkKind } from '@interspace/server/contract/patients';
import { dueInWords, KINDS } from './kinds.ts';

it.each([
  ['2026-11-20', '2 days late'],
  ['2026-11-21', '1 day late'],
  ['2026-11-22', 'today'],
  ['2026-11-23', 'tomorrow'],
  ['2026-12-22', 'in 30 days'],
  [undefined, ''],
])('due %s is %s', (due, words) => {
  expect(dueInWords(due, '2026-11-22')).toBe(words);
});

it('has words for every kind of the contract', () => {
  expect(KINDS.map(({ kind }) => kind).toSorted()).toEqual([...WorkKind.options].sort());
});
