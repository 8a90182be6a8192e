import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterIndex } from './letter-index.ts';

describe('LetterIndex', () => {
  it('never says no to what stands in the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, words, after) => {
        expect(new LetterIndex(before + words + after).may(words)).toBe(true);
      }),
    );
  });
  it.each([
    ['lumbar radiculopathy', 'stenosis', false],
    ['lumbar radiculopathy', 'radicul', true],
    ['lumbar radiculopathy', 'hip', true],
    ['', 'stenosis', false],
  ])('%s · %s', (text, words, may) => expect(new LetterIndex(text).may(words)).toBe(may));
});
