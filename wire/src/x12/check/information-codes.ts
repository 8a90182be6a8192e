import type { SegmentSpec } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';
import type { ElementRules } from './element-checks.ts';

/** In a segment of codes (HI) the first names the kind; a principal diagnosis is followed by others. */
export function codesOfInformation({ qualifiers }: SegmentSpec, view: SegmentView): ElementRules['codes'] {
  const [kind = ''] = qualifiers;
  const others = FOLLOWING[kind] ?? qualifiers;
  if (others.length === 0) return [];
  return Array.from({ length: Math.max(0, view.count - 2) }, (_, index) => ({
    element: index + 2,
    component: 1,
    codes: others,
  }));
}

const FOLLOWING: Readonly<Record<string, readonly string[]>> = { ABK: ['ABF', 'BF'], BP: ['BO'] };

/** Beside the code: format and date of what happened on a day, the amount of what has one. */
export function partsOfInformation({ qualifiers }: SegmentSpec, view: SegmentView): ElementRules['parts'] {
  const needed = PARTS[qualifiers[0] ?? ''] ?? [];
  return Array.from({ length: view.count - 1 }, (_, index) => index + 1).flatMap((element) =>
    needed.map((component) => ({ element, component })),
  );
}

/** Occurrences and their spans, procedures of a stay, value codes. */
const PARTS: Readonly<Record<string, readonly number[]>> = {
  BH: [3, 4],
  BI: [3, 4],
  BBR: [3, 4],
  BBQ: [3, 4],
  BE: [5],
};
