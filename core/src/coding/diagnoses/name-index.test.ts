import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex } from './name-index.ts';
import { phrase } from './phrase.ts';

const NAMES = ['dis* herniation*', '* stenosis', 'tend*nitis', 'oa', 'low back pain', 'w/o aura', 'hernia*', '*algia'];
const PIECES = [
  ...NAMES.flatMap((name) => name.split(/[* ]/)),
  ' ',
  '-',
  ', ',
  'é',
  'e',
  '·',
  's',
  'k',
  '\n',
  '(',
  '9',
];

describe('NameIndex', () => {
  it('finds what each name finds by itself, in the order in which names are given', () => {
    const index = new NameIndex(NAMES.map((name) => [name, name]));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
        const words = pieces.join('');
        const alone = NAMES.flatMap((of) => {
          const place = phrase(of).find(words);
          return place ? [{ of, ...place }] : [];
        });
        expect(index.find(words)).toEqual(alone);
      }),
      { numRuns: 2000 },
    );
  });
  it.each([
    ['left disc-herniation and foraminal stenosis', ['dis* herniation*', '* stenosis', 'hernia*']],
    ['tendonitis, knee oa', ['tend*nitis', 'oa']],
    ['boa; patendinitis', []],
    ['', []],
  ])('%s', (words, names) =>
    expect(new NameIndex(NAMES.map((name) => [name, name])).find(words).map(({ of }) => of)).toEqual(names),
  );
});
