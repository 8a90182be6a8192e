import { expect, test } from 'vitest';
import { INTERSPACES } from '@interspace/core/model/spine/interspace';
import { nervesOfJoint } from '@interspace/core/model/spine/medial-branch';
import { rowsOf } from './places.ts';

const names = (...rows: { name: string }[]) => rows.map(({ name }) => name);

test('every interspace is on one of the three parts', () => {
  const all = (['cervical', 'thoracic', 'lumbar'] as const).flatMap((part) => names(...rowsOf(part, 'joint')));
  expect(new Set(all)).toEqual(new Set(INTERSPACES));
});

test.each(['C3-C4', 'C6-C7', 'C2-C3', 'T1-T2', 'T4-T5', 'T12-L1', 'L4-L5', 'L5-S1'])(
  'the nerves of the joint %s can be pointed at',
  (joint) => {
    const part = joint.startsWith('C') ? 'cervical' : joint.startsWith('T') ? 'thoracic' : 'lumbar';
    expect(names(...rowsOf(part, 'nerve'))).toEqual(expect.arrayContaining([...nervesOfJoint(joint)]));
  },
);

test('a root stands where it leaves the spine: L5 below its vertebra, C6 above, C8 above T1', () => {
  const at = (part: 'cervical' | 'lumbar', name: string) => rowsOf(part, 'root').find((row) => row.name === name)?.at;
  const joint = (part: 'cervical' | 'lumbar', name: string) =>
    rowsOf(part, 'joint').find((row) => row.name === name)?.at;
  expect(at('lumbar', 'L5')).toBe(joint('lumbar', 'L5-S1'));
  expect(at('cervical', 'C6')).toBe(joint('cervical', 'C5-C6'));
  expect(at('cervical', 'C8')).toBe(joint('cervical', 'C7-T1'));
});
