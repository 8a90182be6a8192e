import { describe, expect, it } from 'vitest';
import { regionOfVertebra, VERTEBRAE, vertebraPosition } from './vertebra.ts';

describe('vertebrae', () => {
  it('are 30 names from C1 to the coccyx, each once, head to tail', () => {
    expect(VERTEBRAE).toHaveLength(30);
    expect(new Set(VERTEBRAE).size).toBe(30);
    expect([
      VERTEBRAE[0],
      VERTEBRAE[6],
      VERTEBRAE[7],
      VERTEBRAE[18],
      VERTEBRAE[19],
      VERTEBRAE[23],
      VERTEBRAE[24],
      VERTEBRAE[29],
    ]).toEqual(['C1', 'C7', 'T1', 'T12', 'L1', 'L5', 'S1', 'Co']);
    for (const [index, name] of VERTEBRAE.entries()) expect(vertebraPosition(name)).toBe(index);
  });

  it.each([
    ['C1', 'cervical'],
    ['C7', 'cervical'],
    ['T1', 'thoracic'],
    ['T12', 'thoracic'],
    ['L1', 'lumbar'],
    ['L5', 'lumbar'],
    ['S1', 'sacral'],
    ['S5', 'sacral'],
    ['Co', 'sacral'],
  ])('%s is %s', (name, region) => expect(regionOfVertebra(name)).toBe(region));

  it.each(['C0', 'C8', 'T13', 'L6', 'S6', 'c1', '', 'X1'])('%s is no vertebra', (name) => {
    expect(vertebraPosition(name)).toBeUndefined();
    expect(regionOfVertebra(name)).toBeUndefined();
  });
});
