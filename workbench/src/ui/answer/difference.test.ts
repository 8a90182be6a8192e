import { expect, test } from 'vitest';
import type { Review } from '@interspace/core/model/review';
import { changesBetween } from './difference.ts';

function review(outcome: string, status: string, what?: string, units = 1): Review {
  const one = (line: number) => ({ line, policy: 'p', outcome, criteria: [{ criterion: 'c', title: 'C', status }] });
  const line = { code: '00000', modifiers: ['50'], units };
  return {
    lines: [line, line],
    determinations: [one(1), one(2)],
    findings: what ? [{ id: 'edit', what }] : [{ id: 'c', what: 'of the criterion' }],
  } as unknown as Review;
}

test('nothing changed', () => expect(changesBetween(review('meets', 'met'), review('meets', 'met'))).toEqual([]));

test('a criterion that turned for two lines is told once, an outcome for each line', () => {
  expect(changesBetween(review('incomplete', 'unknown'), review('meets', 'met'))).toEqual([
    { kind: 'outcome', line: 1, before: 'incomplete', after: 'meets' },
    { kind: 'outcome', line: 2, before: 'incomplete', after: 'meets' },
    { kind: 'criterion', title: 'C', before: 'unknown', after: 'met' },
  ]);
});

test('lines and findings that come and go', () => {
  expect(changesBetween(review('meets', 'met', 'old'), review('meets', 'met', 'new', 2))).toEqual([
    { kind: 'line', before: '00000 50 ×1', after: '00000 50 ×2' },
    { kind: 'finding', gone: true, what: 'old' },
    { kind: 'finding', gone: false, what: 'new' },
  ]);
});
