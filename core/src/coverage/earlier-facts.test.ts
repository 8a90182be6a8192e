import { expect, it } from 'vitest';
import type { Clause } from '../model/law/clause.ts';
import { isOrdered } from './earlier-facts.ts';

const ago = (operator: 'at-least' | 'at-most' | 'more-than' | 'less-than'): Clause => ({
  operator,
  path: '',
  fact: 'earlier.days-before',
  limit: { value: 14 },
});
const kind: Clause = { operator: 'overlaps', path: '', fact: 'procedure.kind', other: 'earlier.kind' };
const all = (...of: Clause[]): Clause => ({ operator: 'all-of', path: '', of });
const any = (...of: Clause[]): Clause => ({ operator: 'any-of', path: '', of });
const none = (...of: Clause[]): Clause => ({ operator: 'none-of', path: '', of });

it.each<readonly [string, Clause, boolean]>([
  ['one limit', ago('at-least'), true],
  ['nothing of days', kind, true],
  ['a limit or something else', any(ago('at-least'), kind), true],
  ['two limits the same way', all(ago('at-least'), any(kind, ago('more-than'))), true],
  ['a stretch between two limits', all(ago('at-least'), ago('at-most')), false],
  ['two ways further inside', any(all(kind, ago('less-than')), all(kind, ago('more-than'))), false],
  ['a limit turned around', none(ago('at-least')), false],
  ['a choice without days, turned around', none(kind), true],
  ['some days by name', { operator: 'is', path: '', fact: 'earlier.days-before', values: [14] }, false],
  [
    'the day itself',
    { operator: 'same-as', path: '', fact: 'earlier.date', other: 'encounter.date-of-service' },
    false,
  ],
])('what it says goes one way only the longer ago it was: %s', (_, clause, expected) => {
  expect(isOrdered(clause)).toBe(expected);
});
