import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeIndex } from './code-index.ts';
import {
  endOfDiagnosis,
  packCode,
  packDiagnosis,
  packShort,
  unpackCode,
  unpackDiagnosis,
  unpackShort,
} from './packed-code.ts';

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const text = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...CHARACTERS), { minLength: least, maxLength: most })
    .map((characters) => characters.join(''));

describe('packed codes', () => {
  it('come back as they were and keep the order of their text', () => {
    fc.assert(
      fc.property(text(5, 5), text(5, 5), (one, other) => {
        expect(unpackCode(packCode(one))).toBe(one);
        expect(Math.sign(packCode(one) - packCode(other))).toBe(one < other ? -1 : one > other ? 1 : 0);
      }),
    );
    fc.assert(fc.property(text(0, 5), (short) => void expect(unpackShort(packShort(short))).toBe(short)));
  });

  it.each(['', '6448', '644833', '6448 ', '64-83', 'é4483'])('"%s" is no code', (code) => {
    expect(packCode(code)).toBe(-1);
  });

  it('a diagnosis is the same with and without its point, and lies in the range of each of its headings', () => {
    fc.assert(
      fc.property(text(3, 7), (code) => {
        const packed = packDiagnosis(code);
        expect(packDiagnosis(`${code.slice(0, 3)}.${code.slice(3)}`)).toBe(packed);
        expect(unpackDiagnosis(packed).replace('.', '')).toBe(code);
        expect(Number.isSafeInteger(packed)).toBe(true);
        for (let length = 3; length <= code.length; length++) {
          const heading = code.slice(0, length);
          expect(packDiagnosis(heading) <= packed && packed < endOfDiagnosis(heading)).toBe(true);
        }
        expect(packed < endOfDiagnosis(code)).toBe(true);
      }),
    );
  });

  it('a code beside a heading is not in its range', () => {
    expect(packDiagnosis('M51.4') < endOfDiagnosis('M51.3')).toBe(false);
    expect(packDiagnosis('M51') >= packDiagnosis('M51.3')).toBe(false);
  });
});

describe('code index', () => {
  it('finds exactly the codes it was made of', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(text(5, 5), { maxLength: 200 }),
        fc.array(text(5, 5), { maxLength: 50 }),
        (codes, others) => {
          const sorted = codes.map(packCode).toSorted((a, b) => a - b);
          const index = new CodeIndex(Int32Array.from(sorted));
          for (const [id, packed] of sorted.entries()) expect([index.find(packed), index.at(id)]).toEqual([id, packed]);
          for (const other of others) expect(index.find(packCode(other)) >= 0).toBe(codes.includes(other));
          expect(index.find(-1)).toBe(-1);
        },
      ),
    );
  });
});
