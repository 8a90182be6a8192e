import { describe, expect, it } from 'vitest';
import { INTERSPACES } from './interspace.ts';
import { exitingRoot, foramenOfRoot, isRoot } from './root.ts';

describe('roots and foramina', () => {
  it('gives each foramen its own root and back again', () => {
    const roots = INTERSPACES.map((name) => exitingRoot(name));
    expect(new Set(roots).size).toBe(INTERSPACES.length);
    for (const [index, root] of roots.entries()) expect(foramenOfRoot(root!)).toBe(INTERSPACES[index]);
  });

  it.each([
    ['C1-C2', 'C2'],
    ['C4-C5', 'C5'],
    ['C6-C7', 'C7'],
    ['C7-T1', 'C8'],
    ['T1-T2', 'T1'],
    ['T12-L1', 'T12'],
    ['L4-L5', 'L4'],
    ['L5-S1', 'L5'],
  ])('%s lets out %s', (foramen, root) => expect(exitingRoot(foramen)).toBe(root));

  it.each(['C1', 'S1', 'S4', 'Co'])('%s leaves through no interspace', (root) => {
    expect(isRoot(root)).toBe(true);
    expect(foramenOfRoot(root)).toBeUndefined();
  });

  it.each(['C9', 'T13', 'L6', 'TON'])('%s is no root', (name) => expect(isRoot(name)).toBe(false));
  it('has no root for what is no interspace', () => expect(exitingRoot('L5-L4')).toBeUndefined());
});
