import { expect, test } from 'vitest';
import { sideOf, withSide } from './side.ts';

const WORDS = { left: 'LT', right: 'RT', both: '50' };

test.each([
  [['50', 'KX'], 'both'],
  [['RT'], 'right'],
  [['KX'], ''],
  [['LT', 'RT'], ''],
])('%s tells "%s"', (modifiers, side) => expect(sideOf(modifiers, WORDS)).toBe(side));

test.each([
  [['50', 'KX'], 'left', ['LT', 'KX']],
  [['KX', 'RT'], '', ['KX']],
  [[], 'both', ['50']],
])('%s with the side "%s" is %s', (modifiers, side, then) => expect(withSide(modifiers, side, WORDS)).toEqual(then));
