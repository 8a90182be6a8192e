import { describe, expect, it } from 'vitest';
import { kindOf, KINDS } from './letters.ts';
import { INSIDE, openingsOf } from './openings.ts';

/** The beginnings that three characters fall into. */
const key = (three: string) => three.split('').reduce((sum, sign) => sum * KINDS + kindOf(sign.charCodeAt(0)), 0);

describe('openingsOf', () => {
  it.each([
    [/\bpt\b/, ['pt ', 'pta'], ['p t', 'apt']],
    [/(?:caudal)? relief/, ['cau', ' re', '-re'], ['rel', 'aud']],
    [/\d{1,2}\s?mg/, ['5 m', '5mg', '12 ', '12m'], ['mg ', ' mg']],
    [/s\.?i\.? joint/, ['s.i', 'si ', 'si.'], ['s j', 'sij']],
    [/(?<=the )hip|(?!x)knee/, ['hip', 'kne'], ['the']],
    [/[ctls][-\s]?\d/, ['c4 ', 'l-5', 's 1'], ['a4 ', 'cl4']],
    [/[A-C]x\u2013/i, ['ax ', 'cx-'], ['dx ', 'bxa']],
  ])('%s', (pattern, may, mayNot) => {
    const openings = openingsOf(pattern)!;
    const opens = (three: string) => openings.findIndex((bound) => bound > key(three)) % 2 === 1;
    expect(may.filter((one) => !opens(one))).toEqual([]);
    expect(mayNot.filter(opens)).toEqual([]);
  });

  it.each([
    [/\bpt\b/, false],
    [/pt\b/, true],
    [/\s?\bpt/, false],
    [/(?:\b|x)?pt/, true],
    [/(?:\bl|pt)\.?/, true],
  ])('%s begins inside a word: %s', (pattern, inside) => {
    const openings = openingsOf(pattern)!;
    expect(openings.findIndex((bound) => bound > key('pt ') + INSIDE) % 2 === 1).toBe(inside);
  });

  it.each([/x*/, /\w+ing/, /[^.]b/, /.a/, /(?=hip)/, /(a)?\1z/, /(?:[a-z]{3}|x)y/])(
    '%s may begin anywhere',
    (pattern) => expect(openingsOf(pattern)).toBeUndefined(),
  );
});
