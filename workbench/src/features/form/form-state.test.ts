import { expect, test } from 'vitest';
import { ReviewInput } from '@interspace/core/model/review-input';
import { OFFERS } from './catalogue.ts';
import { newEntry, offerOf, type Pick, statedProcedure, toggled } from './form-state.ts';

const both = (name: string): readonly Pick[] => [
  { name, side: 'left' },
  { name, side: 'right' },
];

test('both sides of a place are one target, and what was not said is left out', () => {
  const entry = {
    ...newEntry(offerOf('medial-branch-block')!, 1),
    picks: [...both('L4-L5'), { name: 'L5-S1', side: 'left' as const }],
  };
  expect(statedProcedure(entry)).toEqual({
    family: 'facet',
    kind: 'medial-branch-block',
    targets: [
      { kind: 'facet-joint', name: 'L4-L5', side: 'bilateral' },
      { kind: 'facet-joint', name: 'L5-S1', side: 'left' },
    ],
    intent: 'diagnostic',
  });
});

test('a procedure without a place is not a procedure yet, unless it has only one', () => {
  expect(statedProcedure(newEntry(offerOf('facet-injection')!, 1))).toBeUndefined();
  expect(statedProcedure(newEntry(offerOf('epidural-caudal')!, 1))?.targets).toEqual([]);
});

test('pointing at both sides adds what is missing, and takes both away when both are there', () => {
  const one = toggled([], { name: 'L4-L5', side: 'left' });
  const two = toggled(one, ...both('L4-L5'));
  expect(two).toHaveLength(2);
  expect(toggled(two, ...both('L4-L5'))).toEqual([]);
});

test.each(OFFERS.map((offer) => [offer.title, offer] as const))('%s is input that the engine takes', (_, offer) => {
  const entry = {
    ...newEntry(offer, 1),
    picks: [{ name: offer.place ?? 'L4-L5', side: 'left' as const }],
    modality: 'fluoroscopy' as const,
    agents: [{ drug: 'triamcinolone-acetonide', amount: 40, measure: 'mg' as const, wasted: 0 }],
  };
  expect(ReviewInput.safeParse({ procedures: [statedProcedure(entry)] }).success).toBe(true);
});
