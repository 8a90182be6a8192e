import type { EditLaw } from '../model/law/edits.ts';

/** Lists of codes that edits ask about, one bit each, so that a line is looked up once (library/edits: `lists`). */
export const LISTS = [
  'attested',
  'joint-not-sacroiliac',
  'guidance-once',
  'fluoroscopy-alone',
  'once-a-session',
  'new-patient',
  'office-visit',
  'sedation-first',
  'technical-only',
  'one-nerve',
  'one-joint',
  'ordered',
  'single-dose',
  'inside-practice',
  'toxin-drugs',
  'toxin-further-limbs',
] as const;

export type ListName = (typeof LISTS)[number];

export const IN = Object.fromEntries(LISTS.map((name, at) => [name, 1 << at])) as Readonly<Record<ListName, number>>;

/** Code → the bits of the lists it is on. */
export function listBits(lists: EditLaw['lists']): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const name of LISTS) for (const code of lists[name] ?? []) bits.set(code, (bits.get(code) ?? 0) | IN[name]);
  return bits;
}
