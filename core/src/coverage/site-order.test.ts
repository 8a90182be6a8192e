import { describe, expect, it } from 'vitest';
import { indexImplications } from './code-facts.ts';
import { highestLevel, siteOrder } from './day-facts.ts';
import { MODIFIERS } from './invented-law.fixture.ts';
import type { CoverageRequest } from './request.ts';
import type { LineView } from '../model/line-view.ts';
import type { SessionRule } from '../model/law/session-rule.ts';

const implications = indexImplications(
  ['A', 'B', 'C']
    .map((code) => ({ code, lineKind: 'procedure' as const, family: 'nerve', facts: {} }))
    .concat([
      { code: 'A+', lineKind: 'procedure', family: 'nerve', facts: {}, level: 2 } as never,
      { code: 'X', lineKind: 'procedure', family: 'other', facts: {} },
    ]),
  MODIFIERS,
);
const rule = { families: ['nerve'], regionGroups: {}, roles: [] } as unknown as SessionRule;

/** `A LT; A RT; B x2` */
function linesOf(text: string): LineView[] {
  return text.split('; ').map((words, index): LineView => {
    const [code = '', ...rest] = words.split(' ');
    const units = rest.find((word) => word.startsWith('x'));
    const modifiers = rest.filter((word) => word !== units);
    return { number: index + 1, code, modifiers, units: Number(units?.slice(1) ?? 1), diagnoses: undefined };
  });
}

function orders(text: string): (number | undefined)[] {
  const lines = linesOf(text);
  const request = { lines, procedures: [], context: {} } as unknown as CoverageRequest;
  return lines.map((line) => siteOrder(line, request, rule, implications));
}

describe('the order of sites on a day', () => {
  it.each([
    ['A; B; C', [1, 2, 3]],
    ['A 50; B', [1, 2]],
    ['A RT; A LT; B', [1, 1, 2]],
    ['A RT; A 59 LT; B', [1, 2, 3]],
    ['A RT; A LT XS; B', [1, 2, 3]],
    // Another encounter at the same place is no other place.
    ['A RT; A LT XE; B', [1, 1, 2]],
    // Both sides on one line are both: no other side is left, as beside the modifier for both.
    ['A LT RT; B', [1, 2]],
    ['A LT RT; A RT; B', [1, 2, 3]],
    ['A 50; A RT; B', [1, 2, 3]],
    ['A x2; B', [2, 3]],
    ['A; A+ x3; B', [1, undefined, 2]],
    ['X; A', [undefined, 1]],
  ])('%s', (text, expected) => expect(orders(text)).toEqual(expected));
});

describe('the highest level that a line of an add-on stands for', () => {
  it.each([
    ['A+; A+', [2, 3]],
    ['A+ LT; A+ RT', [2, 2]],
    ['A+ LT RT; A+ RT', [2, 2]],
    ['A+ 50; A+ LT RT', [2, 3]],
  ])('%s', (text, expected) => {
    const lines = linesOf(text);
    expect(lines.map((line) => highestLevel(line, lines, implications, undefined))).toEqual(expected);
  });
});
