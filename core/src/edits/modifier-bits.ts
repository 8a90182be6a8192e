import type { ModifierLaw } from '../model/law/edits.ts';

/** The meanings that a modifier can have for the edits, one bit each. */
export const MEANINGS = [
  'left',
  'right',
  'both',
  'anatomic',
  'bypass',
  'general',
  'exact',
  'distinct',
  'separate-visit',
  'decision',
  'unrelated-visit',
  'staged',
  'visit-only',
  'parts',
  'professional-part',
  'technical-part',
  'attest',
  'wasted',
  'no-waste',
  'facility-only',
  'global-period',
  'payer-adds',
  'notice',
  'expect-denial',
  'shared',
  'never-paid',
] as const;

export type Meaning = (typeof MEANINGS)[number];

export const BIT = Object.fromEntries(MEANINGS.map((meaning, at) => [meaning, 1 << at])) as Readonly<
  Record<Meaning, number>
>;

/** Modifier → the bits of its meanings. */
export function modifierBits(law: ModifierLaw): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const meaning of MEANINGS)
    for (const modifier of law.means[meaning] ?? []) bits.set(modifier, (bits.get(modifier) ?? 0) | BIT[meaning]);
  return bits;
}
