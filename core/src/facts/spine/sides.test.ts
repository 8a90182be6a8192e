import { describe, expect, it } from 'vitest';
import { scanSides } from './sides.ts';

const told = (text: string) => scanSides(text, text.toLowerCase()).map(({ side }) => side);

describe('scanSides', () => {
  it.each([
    ['The right L4-5 joint was entered', ['right']],
    ['Attention was then turned to the left', ['left']],
    ['The next needle was placed on the right at L5', ['right']],
    ['Both sides were done', ['bilateral']],
    ['first test block both L5-S1 facets', ['bilateral']],
    ['junctions on L = L2, L3 branches', ['left']],
  ])('%s', (text, sides) => expect(told(text)).toEqual(sides));

  it.each([
    'He was placed on his left side with a towel roll beneath the head',
    'Lying on the right side, knees bent',
    'The C-arm was rotated a little to the left to open the joint',
    'She could turn her head to the right',
    'The beam was angled slightly to the right',
    'Her pain is worse on the left',
    'He was rolled onto his left side',
    'Relief of the right length would make her a candidate',
    'Contrast showed the tip in the right plane',
    'The right side did not hurt and was left alone',
    '0.3 mL was left at every stop',
    'There was nothing left over',
    'Right side done 10/14/2025, better there',
  ])('%s: no side of the needle', (text) => expect(told(text)).toEqual([]));
});
