import { describe, expect, it } from 'vitest';
import { rewriteAll } from '../text/rewritten.ts';
import { levelsInWords } from './levels-in-words.ts';

const read = (text: string) => rewriteAll(text, [levelsInWords]).text;

describe('levels in words', () => {
  it.each([
    ['the L-five S-one foramen', 'the L5-S1 foramen'],
    ['L four-five interspace', 'L4-L5 interspace'],
    ['Lumbar four five epidural', 'L4-L5 epidural'],
    ['the lumbar five sacral one level', 'the L5-S1 level'],
    ['C five-six facet', 'C5-C6 facet'],
    ['C SEVEN T ONE INTERLAMINAR', 'C7-T1 INTERLAMINAR'],
    ['T twelve L one', 'T12-L1'],
    ['L three, L four medial branch and L five dorsal ramus', 'L3, L4 medial branch and L5 dorsal ramus'],
    ['L three, four and five medial branches', 'L3, L4 and L5 medial branches'],
    ['Lumbar three through five', 'L3 through L5'],
    ['c-five and c-six', 'C5 and C6'],
    ['S one foramen', 'S1 foramen'],
    ['L4 five and L5 S1', 'L4-L5 and L5-S1'],
    ['L5 S1 nerve roots beside L4 5', 'L5 S1 nerve roots beside L4-L5'],
    ['the joint between C4 and C5', 'the joint at C4-C5'],
    ['L4 5 TFESI', 'L4-L5 TFESI'],
    ['the joints from L3-4 down to L5-S1', 'the joints from L3-L4, L4-L5, L5-S1'],
    ['from C2-3 through C4-5', 'from C2-C3, C3-C4, C4-C5'],
    ['from L5-S1 to L3-4', 'from L5-S1 to L3-4'],
    ['between the fourth and fifth lumbar vertebrae', 'between the L4 and L5 vertebrae'],
    ['third, fourth and fifth lumbar medial branches', 'L3, L4 and L5 medial branches'],
    ['fifth lumbar-first sacral interspace', 'L5-S1 interspace'],
  ])('%s', (given, expected) => expect(read(given)).toBe(expected));

  it.each([
    'lumbar two injections',
    'L two needles',
    'vitamin C one tablet',
    'L5 1 mL',
    'L4 5 mL',
    'L3-4 4 mL',
    'C5 6 mg',
    'S one could say',
    'the first and second lumbar epidural injections',
    'thoracic one time',
    'L4-5, one needle',
    'C eleven',
  ])('%s stays', (given) => expect(read(given)).toBe(given));

  it('quotes the words as given', () => {
    const text = 'Under the L four-five lamina';
    const { text: plain, given } = rewriteAll(text, [levelsInWords]);
    const start = plain.indexOf('L4-L5');
    expect(text.slice(given(start), given(start + 4) + 1)).toBe('L four-five');
    expect(text.slice(given(plain.indexOf('lamina')))).toBe('lamina');
  });
});
