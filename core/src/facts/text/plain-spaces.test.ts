import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plainSpaces } from './plain-spaces.ts';

describe('plainSpaces', () => {
  it.each([
    ['a  needle   was placed', 'a needle was placed'],
    ['10\u00a0mg of\u2009dexamethasone', '10 mg of dexamethasone'],
    ['Level: L4-5   Side: left', 'Level: L4-5   Side: left'],
    ['[ ] left   [x] right', '[ ] left   [x] right'],
    ['placed prone.  The back was prepped', 'placed prone.  The back was prepped'],
    ['  an indented line', '  an indented line'],
    ['one\n  two  three', 'one\n  two three'],
  ])('%j', (given, plain) => expect(plainSpaces(given).text).toBe(plain));

  test('every character can be found again in the text as given', () => {
    const words = fc.array(fc.constantFrom('a', 'L4-5', ' ', '  ', '   ', '\u00a0', '\n', '. ', 'Side:', '[x]'));
    fc.assert(
      fc.property(words, (parts) => {
        const given = parts.join('');
        const plain = plainSpaces(given);
        for (let at = 0; at < plain.text.length; at++) {
          const there = given.charAt(plain.given(at));
          expect(there === '\u00a0' ? ' ' : there).toBe(plain.text.charAt(at));
        }
      }),
    );
  });
});
