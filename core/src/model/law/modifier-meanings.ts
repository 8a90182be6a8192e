import type { ModifierLaw } from './edits.ts';

/** Meanings of modifiers that coverage and prices ask for; what the edits ask for stands beside them. */
export const MEANINGS_OUTSIDE_EDITS = [
  'left',
  'right',
  'both',
  'other-site',
  'facility-only',
  'own-row',
  'discontinued',
  'by-report',
  'surgery-alone',
  'care-after',
  'care-before',
  'return-to-surgery',
  'two-surgeons',
  'physician-assists',
  'other-assists',
] as const;

export type MeaningOutsideEdits = (typeof MEANINGS_OUTSIDE_EDITS)[number];

export function means({ means: words }: ModifierLaw, modifier: string, meaning: MeaningOutsideEdits): boolean {
  return words[meaning]?.includes(modifier) ?? false;
}

/**
 * The side that a line tells by its modifiers. Both sides named on one line are both: the fee schedule pays a left and a
 * right, however they are told, as the modifier for both.
 */
export function sideOfModifiers(
  modifiers: readonly string[],
  law: ModifierLaw,
): 'left' | 'right' | 'bilateral' | undefined {
  let [left, right] = [false, false];
  for (const modifier of modifiers) {
    if (means(law, modifier, 'both')) return 'bilateral';
    left ||= means(law, modifier, 'left');
    right ||= means(law, modifier, 'right');
  }
  if (left && right) return 'bilateral';
  return left ? 'left' : right ? 'right' : undefined;
}
