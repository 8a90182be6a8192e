import { expect, test } from 'vitest';
import type { ClauseResult, Status } from '@interspace/core/model/determination';
import type { Review } from '@interspace/core/model/review';
import { criterionUser, findingUser, lineUser, quotesOf } from './quotes.ts';

const at = (start: number, end: number) => ({ source: 'note' as const, document: 'note', quote: '', start, end });
const clause = (operator: string, status: Status, evidence: ReturnType<typeof at>[], parts: ClauseResult[] = []) => ({
  operator,
  status,
  says: '',
  evidence,
  missing: [],
  parts,
});

test('a passage is marked once, however many point to it, and looks like the gravest of them', () => {
  const review = {
    lines: [{ code: '00000', evidence: [at(0, 4)] }],
    procedures: [],
    determinations: [
      {
        line: 1,
        criteria: [
          {
            criterion: 'a',
            title: 'A',
            status: 'met',
            tree: clause(
              'criterion',
              'met',
              [],
              [
                clause('when', 'met', [at(20, 30)]),
                clause('require', 'met', [], [clause('is', 'met', [at(0, 4), at(8, 9)])]),
              ],
            ),
          },
          {
            criterion: 'b',
            title: 'B',
            status: 'not-applicable',
            tree: clause('criterion', 'not-applicable', [at(40, 50)]),
          },
        ],
      },
    ],
    findings: [{ what: 'Look', evidence: [at(8, 9)] }],
  } as unknown as Review;
  const { quotes, of } = quotesOf(review);
  expect(quotes.map(({ id, kind }) => [id, kind])).toEqual([
    ['note:0-4', 'done'],
    ['note:8-9', 'amiss'],
  ]);
  expect(of.get(lineUser(1))).toEqual(['note:0-4']);
  expect(of.get(criterionUser(1, 'a'))).toEqual(['note:0-4', 'note:8-9']);
  expect(of.get(findingUser(0))).toEqual(['note:8-9']);
});
