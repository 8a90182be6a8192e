import { IN } from './list-bits.ts';
import { BIT } from './modifier-bits.ts';
import type { PreparedEdits } from './prepare-edits.ts';

const SEEN = BIT.left | BIT.right | BIT.both;

/**
 * All that the edits of diagnoses look at in a line, besides its pointers, before they have something to say: lines of
 * one class are alike to them. Undefined: they look at more of it, and it is alike only to itself.
 */
export function diagnosisClass(
  line: { readonly code: string; readonly modifiers: readonly string[]; readonly description: string | undefined },
  law: PreparedEdits,
): string | undefined {
  if (line.description !== undefined || law.studies.some(({ codes }) => codes.includes(line.code))) return undefined;
  const { lists, record } = law.codes.get(line.code);
  let bits = 0;
  for (const modifier of line.modifiers) bits |= law.modifierBits.get(modifier) ?? 0;
  return `${bits & SEEN} ${record ? lists & IN['joint-not-sacroiliac'] : 0}`;
}
