import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Laterality } from '../model/laterality.ts';
import { INTERSPACES } from '../model/spine/interspace.ts';
import { joinSides, mergeLevels, type Level } from './levels.ts';

const side = fc.constantFrom<(Laterality | undefined)[]>('left', 'right', 'bilateral', 'midline', undefined);
const level = fc
  .record({ name: fc.constantFrom(...INTERSPACES), side })
  .map(({ name, side: where }): Level => ({ key: name, name, region: undefined, side: where, evidence: [] }));

describe('mergeLevels', () => {
  it('does not depend on the order in which the note tells them', () => {
    fc.assert(
      fc.property(
        fc
          .array(level, { maxLength: 12 })
          .chain((levels) => fc.tuple(fc.constant(levels), fc.shuffledSubarray(levels, { minLength: levels.length }))),
        ([one, other]) => {
          const words = (levels: Level[]) => mergeLevels(levels).map((merged) => `${merged.name} ${told(merged.side)}`);
          expect(words(other)).toEqual(words(one));
        },
      ),
    );
  });
  it('counts every level once', () => {
    fc.assert(
      fc.property(
        fc.array(level),
        (levels) => mergeLevels(levels).length === new Set(levels.map((one) => one.key)).size,
      ),
    );
  });
});

/** A level without a side and one at the midline carry the same: nothing. */
function told(where: Laterality | undefined): string {
  return where === undefined || where === 'midline' ? '' : where;
}

describe('joinSides', () => {
  it('is the same whichever comes first, and both sides stay both', () => {
    fc.assert(fc.property(side, side, (one, other) => told(joinSides(one, other)) === told(joinSides(other, one))));
    fc.assert(fc.property(side, (one) => joinSides(one, 'bilateral') === 'bilateral'));
  });
});
