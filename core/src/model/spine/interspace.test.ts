import { describe, expect, it } from 'vitest';
import {
  interspace,
  INTERSPACES,
  interspacePosition,
  interspacesBetween,
  isInterspace,
  regionOfInterspace,
} from './interspace.ts';
import { VERTEBRAE, vertebraPosition } from './vertebra.ts';

describe('interspaces', () => {
  it('are 24, from C1-C2 to L5-S1', () => {
    expect(INTERSPACES).toHaveLength(24);
    expect([INTERSPACES[0], INTERSPACES.at(-1)]).toEqual(['C1-C2', 'L5-S1']);
  });

  it('joins every pair of neighbours down to S1 and no other pair', () => {
    for (const upper of VERTEBRAE) {
      for (const lower of VERTEBRAE) {
        const neighbours = vertebraPosition(lower) === vertebraPosition(upper)! + 1 && !/^S[1-5]$/.test(upper);
        expect(interspace(upper, lower), `${upper} ${lower}`).toBe(neighbours ? `${upper}-${lower}` : undefined);
        expect(isInterspace(`${upper}-${lower}`)).toBe(neighbours);
      }
    }
  });

  it('counts the joints between any two vertebrae', () => {
    const mobile = VERTEBRAE.slice(0, 25);
    for (const [from, upper] of mobile.entries()) {
      for (const [to, lower] of mobile.entries()) {
        const between = interspacesBetween(upper, lower);
        expect(between).toHaveLength(Math.max(0, to - from));
        if (to > from) expect([between[0]?.split('-')[0], between.at(-1)?.split('-')[1]]).toEqual([upper, lower]);
      }
    }
    expect(interspacesBetween('L3', 'S1')).toEqual(['L3-L4', 'L4-L5', 'L5-S1']);
    expect(interspacesBetween('L4', 'nowhere')).toEqual([]);
  });

  it('stops at S1: there is no joint in the sacrum', () => expect(interspacesBetween('L5', 'S3')).toEqual(['L5-S1']));

  it.each([
    ['C7-T1', 'cervical'],
    ['T1-T2', 'thoracic'],
    ['T12-L1', 'thoracic'],
    ['L1-L2', 'lumbar'],
    ['L5-S1', 'lumbar'],
    ['S1-S2', undefined],
  ])('%s lies in %s', (name, region) => expect(regionOfInterspace(name)).toBe(region));

  it('knows the order head to tail', () => {
    for (const [index, name] of INTERSPACES.entries()) expect(interspacePosition(name)).toBe(index);
    expect(interspacePosition('L5-L4')).toBe(-1);
  });
});
