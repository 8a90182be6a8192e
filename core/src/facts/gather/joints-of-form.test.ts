import { describe, expect, it } from 'vitest';
import type { Laterality } from '../../model/laterality.ts';
import type { Target } from '../../model/procedure.ts';
import { jointsOfForm } from './joints-of-form.ts';

const nerve = (name: string, side?: Laterality): Target => ({ kind: 'nerve', name, side, evidence: [] });
const seen = (targets: readonly Target[]) =>
  targets.map((target) => [target.kind, target.name, target.side].filter(Boolean).join(' '));

describe('jointsOfForm', () => {
  it.each([
    [
      'three nerves on both sides feed two joints',
      ['L3', 'L4', 'L5'],
      'bilateral',
      ['facet-joint L4-L5 bilateral', 'facet-joint L5-S1 bilateral'],
    ],
    ['the third occipital nerve feeds C2-C3 alone', ['TON'], 'right', ['facet-joint C2-C3 right']],
    ['a single nerve completes no joint and stays', ['L4'], 'left', ['nerve L4 left']],
  ] as const)('%s', (_, names, side, expected) => {
    expect(seen(jointsOfForm(names.map((name) => nerve(name, side))))).toEqual(expected);
  });
  it('keeps the sides apart', () => {
    const targets = [nerve('L3', 'left'), nerve('L4', 'left'), nerve('L4', 'right'), nerve('L5', 'right')];
    expect(seen(jointsOfForm(targets))).toEqual(['facet-joint L4-L5 left', 'facet-joint L5-S1 right']);
  });
  it('leaves joints as they are', () => {
    const joint: Target = { kind: 'facet-joint', name: 'L4-L5', side: 'left', evidence: [] };
    expect(jointsOfForm([joint])).toEqual([joint]);
  });
});
