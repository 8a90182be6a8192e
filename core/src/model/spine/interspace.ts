import { regionOfVertebra, VERTEBRAE, vertebraPosition } from './vertebra.ts';
import type { SpinalRegion } from './region.ts';

/**
 * An interspace or facet joint is named by the two vertebrae that it joins: `C2-C3`, `T12-L1`, `L5-S1`.
 * There is no facet joint below L5-S1.
 */
export const INTERSPACES: readonly string[] = VERTEBRAE.slice(0, VERTEBRAE.indexOf('S1')).map(
  (upper, index) => `${upper}-${VERTEBRAE[index + 1]}`,
);

const KNOWN: ReadonlySet<string> = new Set(INTERSPACES);

export function isInterspace(name: string): boolean {
  return KNOWN.has(name);
}

/** `interspace('L4', 'L5')` is `L4-L5`; undefined when the two are not neighbours. */
export function interspace(upper: string, lower: string): string | undefined {
  const name = `${upper}-${lower}`;
  return KNOWN.has(name) ? name : undefined;
}

/** The interspaces from one vertebra to another: L3 to S1 gives L3-L4, L4-L5, L5-S1. */
export function interspacesBetween(upper: string, lower: string): readonly string[] {
  const [from, to] = [vertebraPosition(upper), vertebraPosition(lower)];
  if (from === undefined || to === undefined || from >= to) return [];
  return INTERSPACES.slice(from, to);
}

/**
 * The anatomical region of an interspace is that of its upper vertebra: C7-T1 is cervical, T12-L1 thoracic,
 * L5-S1 lumbar. Groupings such as "cervical or thoracic" belong to codes and policies.
 */
export function regionOfInterspace(name: string): SpinalRegion | undefined {
  if (!KNOWN.has(name)) return undefined;
  return regionOfVertebra(name.slice(0, name.indexOf('-')));
}

/** -1 when not an interspace; used to put targets in anatomical order. */
export function interspacePosition(name: string): number {
  return INTERSPACES.indexOf(name);
}
