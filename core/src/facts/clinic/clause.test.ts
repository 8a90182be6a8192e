import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseStart } from './clause.ts';

describe('clauseStart', () => {
  const word = fc.constantFrom(
    'pain',
    'but',
    'denies',
    ', and he',
    'and has',
    '. ',
    '; ',
    ', now',
    'due to',
    'l4-5',
    ',',
  );
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

  it('is the same in whatever order places and texts are asked about', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 3 }), fc.infiniteStream(fc.nat(90)), (texts, places) => {
        const asked = [...places.take(24)].map((at, turn) => ({ words: texts[turn % texts.length]!, at }));
        const mixed = asked.map(({ words, at }) => clauseStart(words, at));
        const alone = asked.map(({ words, at }) => {
          clauseStart('', 0);
          return clauseStart(words, at);
        });
        expect(mixed).toEqual(alone);
        for (const [turn, { at }] of asked.entries()) expect(mixed[turn]).toBeLessThanOrEqual(at);
      }),
    );
  });

  it.each([
    ['denies leg pain, but has neck pain', 24, 20],
    ['leg pain. neck pain', 12, 10],
    ['leg pain', 4, 0],
    ['no leg pain; reports neck pain', 3, 0],
  ])('%j at %d begins at %d', (words, at, start) => expect(clauseStart(words, at)).toBe(start));
});
