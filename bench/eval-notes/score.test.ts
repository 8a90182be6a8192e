import { describe, expect, it } from 'vitest';
import { codeCounts, drugCounts, exactlyRight } from './score.ts';

const line = (code: string, modifiers: string[] = [], units = 1) => ({ code, modifiers, units });

describe('exactlyRight', () => {
  const accepted = [[line('64493', ['50', 'KX']), line('64494', ['KX', '50'])], [line('64493', ['50'])]];
  it.each([
    ['any order of lines and modifiers', [line('64494', ['50', 'KX']), line('64493', ['KX', '50'])], true],
    ['modifier 26 is not compared', [line('64493', ['50', '26'])], true],
    ['a missing line is wrong', [line('64493', ['50', 'KX'])], false],
    ['units count', [line('64493', ['50'], 2)], false],
    ['nothing is not an accepted answer here', [], false],
  ])('%s', (_, proposed, right) => expect(exactlyRight(proposed, accepted)).toBe(right));
});

describe('codeCounts', () => {
  it('takes the accepted answer that fits best', () => {
    const accepted = [[line('62323')], [line('62322'), line('77003')]];
    expect(codeCounts([line('62322')], accepted)).toEqual({ found: 1, missed: 1, invented: 0 });
    expect(codeCounts([line('62323'), line('76942')], accepted)).toEqual({ found: 1, missed: 0, invented: 1 });
    expect(codeCounts([], [[]])).toEqual({ found: 0, missed: 0, invented: 0 });
  });
});

describe('drugCounts', () => {
  const drug = (code: string, units: number) => ({ code, units });
  it.each([
    ['the same units', [drug('J3301', 4)], [drug('J3301', 4)], undefined, { right: 1, over: 0, under: 0, none: 0 }],
    [
      'two lines of one drug',
      [drug('J1030', 1), drug('J1030', 1)],
      [drug('J1030', 2)],
      undefined,
      { right: 1, over: 0, under: 0, none: 0 },
    ],
    [
      'as the second annotator',
      [drug('J0702', 2)],
      [drug('J0702', 4)],
      [drug('J0702', 2)],
      { right: 1, over: 0, under: 0, none: 0 },
    ],
    [
      'too many and too few',
      [drug('J3301', 8), drug('J1100', 4)],
      [drug('J3301', 4), drug('J1100', 8)],
      undefined,
      { right: 0, over: 1, under: 1, none: 0 },
    ],
    [
      'not keyed, not proposed',
      [drug('J1885', 1)],
      [drug('J3301', 4)],
      undefined,
      { right: 0, over: 1, under: 0, none: 1 },
    ],
  ])('%s', (_, proposed, keyed, other, expected) => expect(drugCounts(proposed, keyed, other)).toEqual(expected));
});
