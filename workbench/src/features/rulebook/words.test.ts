import { expect, it } from 'vitest';
import { clauseOf, withBlanks } from './words.ts';

it.each([
  ['when', { depth: 0, heading: true, words: 'when' }],
  ['  - procedure.family is mild', { depth: 1, heading: false, words: 'procedure family is mild' }],
  [
    '    - prior.relief-days is at least 90 days',
    { depth: 2, heading: false, words: 'prior relief days is at least 90 days' },
  ],
  ['- 12.5 mg at most', { depth: 0, heading: false, words: '12.5 mg at most' }],
])('%s', (line, clause) => {
  expect(clauseOf(line)).toEqual(clause);
});

it('a blank is left where a claim fills it in', () => {
  expect(withBlanks('{code} (line {line}) stands beside {other}.')).toBe('… (line …) stands beside …');
});
