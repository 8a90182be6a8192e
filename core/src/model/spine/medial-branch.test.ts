import { describe, expect, it } from 'vitest';
import { INTERSPACES } from './interspace.ts';
import { jointsOfNerves, nerveInWords, nervesOfJoint } from './medial-branch.ts';

/** Joint → nerves, written out by hand. */
const FED: Readonly<Record<string, readonly string[]>> = {
  'C1-C2': [],
  'C2-C3': ['TON'],
  'C3-C4': ['C3', 'C4'],
  'C4-C5': ['C4', 'C5'],
  'C5-C6': ['C5', 'C6'],
  'C6-C7': ['C6', 'C7'],
  'C7-T1': ['C7', 'C8'],
  'T1-T2': ['C8', 'T1'],
  'T2-T3': ['T1', 'T2'],
  'T3-T4': ['T2', 'T3'],
  'T4-T5': ['T3', 'T4'],
  'T5-T6': ['T4', 'T5'],
  'T6-T7': ['T5', 'T6'],
  'T7-T8': ['T6', 'T7'],
  'T8-T9': ['T7', 'T8'],
  'T9-T10': ['T8', 'T9'],
  'T10-T11': ['T9', 'T10'],
  'T11-T12': ['T10', 'T11'],
  'T12-L1': ['T11', 'T12'],
  'L1-L2': ['T12', 'L1'],
  'L2-L3': ['L1', 'L2'],
  'L3-L4': ['L2', 'L3'],
  'L4-L5': ['L3', 'L4'],
  'L5-S1': ['L4', 'L5'],
};
/** Nerves that feed joints, head to tail; each run of k neighbours feeds k - 1 joints. */
const CHAIN = [
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'C8',
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
];

describe('joints and their nerves', () => {
  it.each(INTERSPACES)('%s', (joint) => expect(nervesOfJoint(joint)).toEqual(FED[joint]));

  it('counts k - 1 joints for every run of k neighbouring nerves', () => {
    for (let from = 0; from < CHAIN.length; from++) {
      for (let to = from + 1; to <= CHAIN.length; to++) {
        const nerves = CHAIN.slice(from, to);
        const { joints, left } = jointsOfNerves(nerves);
        expect(joints, nerves.join(' ')).toHaveLength(nerves.length - 1);
        expect(left).toEqual(nerves.length === 1 ? nerves : []);
        for (const joint of joints) for (const nerve of nervesOfJoint(joint)) expect(nerves).toContain(nerve);
      }
    }
  });

  it('does not depend on the order of the nerves', () => {
    for (let from = 0; from + 4 <= CHAIN.length; from++) {
      const nerves = CHAIN.slice(from, from + 4);
      expect(jointsOfNerves(nerves.toReversed()).joints).toEqual(jointsOfNerves(nerves).joints);
    }
  });

  it('leaves a gap a gap: L2 and L4 feed no joint together', () => {
    expect(jointsOfNerves(['L2', 'L4'])).toEqual({ joints: [], left: ['L2', 'L4'] });
    expect(jointsOfNerves(['L2', 'L3', 'L5'])).toEqual({ joints: ['L3-L4'], left: ['L5'] });
  });

  it('counts C2-C3 by the third occipital nerve alone', () => {
    expect(jointsOfNerves(['TON'])).toEqual({ joints: ['C2-C3'], left: [] });
    expect(jointsOfNerves(['TON', 'C3', 'C4']).joints).toEqual(['C2-C3', 'C3-C4']);
    expect(jointsOfNerves(['C2', 'C3'])).toEqual({ joints: [], left: ['C2', 'C3'] });
  });

  it('has no use for sacral branches', () =>
    expect(jointsOfNerves(['L4', 'L5', 'S1'])).toEqual({ joints: ['L5-S1'], left: ['S1'] }));

  it.each([
    ['TON', 'third occipital nerve'],
    ['L5', 'L5 dorsal ramus'],
    ['L4', 'L4 medial branch'],
    ['C8', 'C8 medial branch'],
  ])('%s in words', (nerve, words) => expect(nerveInWords(nerve)).toBe(words));
});
