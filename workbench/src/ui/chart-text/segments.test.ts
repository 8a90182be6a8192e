import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Quote } from '../answer/quotes.ts';
import { segmentsOf } from './segments.ts';

const quote = (start: number, end: number, kind: Quote['kind'] = 'done'): Quote => ({
  id: `note:${start}-${end}`,
  document: 'note',
  start,
  end,
  kind,
  users: [],
});

test('together the segments are the text, each under exactly the quotes that cover it', () => {
  const spans = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([one, other]) => quote(Math.min(one, other), Math.max(one, other)));
  fc.assert(
    fc.property(fc.nat(40), fc.array(spans), (length, quotes) => {
      const segments = segmentsOf(length, quotes);
      expect(segments.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(length);
      for (const [index, { start, end, quotes: over }] of segments.entries()) {
        expect(start).toBe(segments[index - 1]?.end ?? 0);
        const cover = quotes.filter(
          (one) => one.end <= length && one.start <= start && one.end >= end && one.start < one.end,
        );
        expect(new Set(over)).toEqual(new Set(cover.map(({ id }) => id)));
      }
    }),
  );
});

test('a short quote inside a long one gives the stretch its look, and each quote has one place to stop at', () => {
  const segments = segmentsOf(20, [quote(2, 18, 'why'), quote(5, 8, 'amiss')]);
  expect(segments.map(({ start, kind, first }) => [start, kind, first])).toEqual([
    [0, undefined, undefined],
    [2, 'why', 'note:2-18'],
    [5, 'amiss', 'note:5-8'],
    [8, 'why', undefined],
    [18, undefined, undefined],
  ]);
});
