import type { SpinalRegion } from './region.ts';

/** The column from C1 to the coccyx, head to tail: `C1` … `C7`, `T1` … `T12`, `L1` … `L5`, `S1` … `S5`, `Co`. */
export const VERTEBRAE: readonly string[] = [...row('C', 7), ...row('T', 12), ...row('L', 5), ...row('S', 5), 'Co'];

const POSITION: ReadonlyMap<string, number> = new Map(VERTEBRAE.map((name, index) => [name, index]));

/** 0 for C1, head to tail; undefined for a name that is no vertebra. */
export function vertebraPosition(name: string): number | undefined {
  return POSITION.get(name);
}

export function regionOfVertebra(name: string): SpinalRegion | undefined {
  if (!POSITION.has(name)) return undefined;
  return name.startsWith('Co') ? 'sacral' : regionOfLetter(name);
}

/** Region by the letter of a name alone: also of nerves that have no vertebra of their name, as C8. */
export function regionOfLetter(name: string): SpinalRegion {
  return name.startsWith('C')
    ? 'cervical'
    : name.startsWith('T')
      ? 'thoracic'
      : name.startsWith('L')
        ? 'lumbar'
        : 'sacral';
}

function row(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
}
