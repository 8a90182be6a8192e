import { INTERSPACES } from './interspace.ts';
import { vertebraPosition } from './vertebra.ts';

/**
 * The root that leaves through the foramen of an interspace. There are eight cervical roots for seven vertebrae:
 * C1-C2 … C7-T1 let out C2 … C8; from T1-T2 down the root bears the upper vertebra's name (L4-L5 lets out L4).
 */
export function exitingRoot(interspace: string): string | undefined {
  if (!INTERSPACES.includes(interspace)) return undefined;
  const [upper = '', lower = ''] = interspace.split('-');
  if (interspace === 'C7-T1') return 'C8';
  return upper.startsWith('C') ? lower : upper;
}

/** The interspace whose foramen lets the root out; undefined for sacral roots (they leave through the sacrum) and C1. */
export function foramenOfRoot(root: string): string | undefined {
  return INTERSPACES.find((name) => exitingRoot(name) === root);
}

/** Roots C1 … C8, T1 … T12, L1 … L5, S1 … S5, Co. */
export function isRoot(name: string): boolean {
  return name === 'C8' || vertebraPosition(name) !== undefined;
}
