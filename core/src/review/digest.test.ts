import fc from 'fast-check';
import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digest } from './digest.ts';

describe('digest', () => {
  it('does not depend on the order of keys or on absent values', () => {
    expect(digest({ a: 1, b: [2, { c: 3, d: undefined }] })).toBe(digest({ b: [2, { c: 3 }], a: 1 }));
  });
  it('is the same with the hash of a platform, whatever the text', () => {
    const lent = (text: string) => hash('sha256', text);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(digest({ text }, lent)).toBe(digest({ text }));
      }),
    );
  });
  it('depends on the order of lists and on every value', () => {
    expect(digest([1, 2])).not.toBe(digest([2, 1]));
    expect(digest({ a: '1' })).not.toBe(digest({ a: 1 }));
  });
});
