import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareReader } from '../prepare-reader.ts';
import { LANDMARKS } from '../procedures/technique/landmarks.ts';
import { WHOLE_ACTS } from '../procedures/technique/whole-acts.ts';
import { allMatches } from './all-matches.ts';
import { may } from './note.ts';
import { readNote } from './read-note.ts';
import { TextIndex } from './text-index.ts';

describe('TextIndex.may', () => {
  const text = new TextIndex('the patient had an l4-5 esi on 3/4.\nno relief; pt follows up');
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
});

describe('TextIndex, for the words of every recognizer and every landmark', () => {
  const patterns = [
    ...prepareReader({ drugs: [] }).recognizers.flatMap(({ gate, narrative, names }) => [
      gate,
      narrative,
      ...names.flatMap(({ words, needs, unless }) => [words, needs ?? words, unless ?? words]),
    ]),
    ...LANDMARKS.flatMap(({ words, about }) => [words, about ?? words]),
    ...WHOLE_ACTS.flatMap(({ signs }) => signs),
    /(?<!no )\b(?:left|l\.?)(?= (?:l|s)\d)|^\s*\d{1,2}[.)]|([xy])-\1?|(?:un)?(able|ed)+y?$/m,
  ];
  // Pieces of the patterns themselves make texts in which they often match.
  const pieces = patterns.flatMap(({ source }) => source.toLowerCase().match(/[a-z]+/g) ?? []);
  const piece = fc.oneof(fc.constantFrom(...new Set(pieces)), fc.constantFrom('l4', 's1', '5', 'the', 'x', 'm.d'));
  const joint = fc.constantFrom(' ', '-', '', '.', '\n', ' \u2013 ', '/');
  const text = fc
    .array(fc.tuple(piece, joint), { maxLength: 30 })
    .map((parts) => parts.map(([one, join]) => one + join).join(''));

  it('finds exactly what a search through the whole text finds', { timeout: 120_000 }, () => {
    let matched = 0;
    fc.assert(
      fc.property(text, (words) => {
        const index = new TextIndex(words);
        for (const pattern of patterns) {
          const plain = allMatches(words, new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`));
          matched += plain.length;
          const search = index.search(pattern, words);
          const found: RegExpExecArray[] = [];
          for (let one = search.from(0); one; one = search.from(one.index + Math.max(1, one[0].length)))
            found.push(one);
          expect(found.map(spanOf), `${String(pattern)} in ${words}`).toEqual(plain.map(spanOf));
          expect(index.holds(pattern, words)).toBe(plain.length > 0);
          if (plain.length > 0) expect(index.may(pattern)).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
    expect(matched).toBeGreaterThan(80);
  });
});

describe('may', () => {
  it('says no only to what no sentence of the note holds', () => {
    const patterns = [/\bno\b/, /\bleft (?:knee|side)\b/, /^\W*right\b/, /l4-5$/, /knee[.;]?$/, /\bthe\b.*\bside\b/];
    const word = fc.constantFrom(
      'no',
      'left',
      'right',
      'the',
      'knee',
      'side',
      'l4-5',
      'Plan:',
      '\nPROCEDURE:',
      '.',
      ';',
      '[ ]',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 24 }), (words) => {
        const note = readNote({ id: 'd', text: words.join(' ') });
        for (const pattern of patterns)
          if (note.sentences.some(({ start, end }) => pattern.test(note.lower.slice(start, end))))
            expect(may(note, pattern), `${String(pattern)} in ${note.lower}`).toBe(true);
      }),
    );
  });
});

const spanOf = (found: RegExpExecArray) => [found.index, ...found];

describe('TextIndex, of two texts asked by turns', () => {
  it('answers each for itself', () => {
    const texts = ['left l4-5 esi, then the right one', 'the right knee; left hip: 40 mg', 'no side'];
    const indexes = texts.map((one) => new TextIndex(one));
    const words = /\b(?:left|right|side|\d+)\b/g;
    for (let round = 0; round < 3; round++)
      for (const [at, one] of texts.entries()) {
        const search = indexes[at]!.search(words, one);
        const found: string[] = [];
        for (let hit = search.from(0); hit; hit = search.from(hit.index + hit[0].length)) found.push(hit[0]);
        expect(found).toEqual(one.match(words));
      }
  });
});

describe('TextIndex.mayHold', () => {
  it('says no only to words that the text does not hold', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c -]{0,12}$/), fc.stringMatching(/^[a-c -]{1,5}$/), (lower, words) => {
        if (lower.includes(words)) expect(new TextIndex(lower).mayHold(words)).toBe(true);
      }),
    );
    expect(new TextIndex('late entry').mayHold('late entry')).toBe(true);
    expect(new TextIndex('late entry').mayHold('addend')).toBe(false);
  });
});
