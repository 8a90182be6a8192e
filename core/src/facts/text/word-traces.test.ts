import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareReader } from '../prepare-reader.ts';
import { WordTraces } from './word-traces.ts';

describe('WordTraces.may', () => {
  const text = new WordTraces('the patient had an l4-5 esi on 3/4.\nno relief; pt follows up');
  it.each([
    [/patient/, true],
    [/patience/, false],
    [/\besis?\b/, true],
    [/\bes\b/, false],
    [/\bpt\b/, true],
    [/\bat\b/, false],
    [/h\/o|relief/, true],
    [/h\/o|s\/p/, false],
    [/caudals?|(?:inter)?laminar/, false],
    [/(?:caudal)? relief/, true],
    [/(?:caudal)+ relief/, false],
    [/(?!caudal)relief/, true],
    [/(?<=caudal )relief/, true],
    [/foll[aeiou]ws/, true],
    [/ca?u?d|x/, true],
    [/RELIEF/i, true],
    [/relief$|^the/, true],
    [/colou{2}r/, false],
    [/[a-z]+/, true],
    [/on \d\/\d/, true],
    [/had\s+an/, true],
    [/had\s+been/, false],
  ])('%s', (pattern, expected) => expect(text.may(pattern)).toBe(expected));

  it('never says no to what matches, for the words of every recognizer', () => {
    const patterns = prepareReader({ drugs: [] }).recognizers.flatMap(({ gate, narrative, names }) => [
      gate,
      narrative,
      ...names.flatMap(({ words, needs, unless }) => [words, needs ?? words, unless ?? words]),
    ]);
    // Pieces of the patterns themselves make texts in which they often match.
    const pieces = patterns.flatMap(({ source }) => source.toLowerCase().match(/[a-z]+/g) ?? []);
    const piece = fc.oneof(fc.constantFrom(...new Set(pieces)), fc.constantFrom('l4', 's1', '5', 'the', 'x', 'm.d'));
    const joint = fc.constantFrom(' ', '-', '', '.', '\n', ' \u2013 ', '/');
    let matched = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, joint), { maxLength: 30 }), (parts) => {
        const words = parts.map(([one, join]) => one + join).join('');
        const traces = new WordTraces(words);
        for (const pattern of patterns) {
          pattern.lastIndex = 0;
          if (!pattern.test(words)) continue;
          matched++;
          expect(traces.may(pattern), `${String(pattern)} in ${words}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(matched).toBeGreaterThan(300);
  });
});

describe('WordTraces.mayHold', () => {
  it('says no only to words that the text does not hold', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c -]{0,12}$/), fc.stringMatching(/^[a-c -]{1,5}$/), (lower, words) => {
        if (lower.includes(words)) expect(new WordTraces(lower).mayHold(words)).toBe(true);
      }),
    );
    expect(new WordTraces('late entry').mayHold('late entry')).toBe(true);
    expect(new WordTraces('late entry').mayHold('addend')).toBe(false);
  });
});
