import { IN } from './list-bits.ts';
import { BIT } from './modifier-bits.ts';
import type { PreparedEdits } from './prepare-edits.ts';

/**
 * The edits of diagnoses look at no more than two diagnoses of a claim at once, the first one before the other, or at one
 * line with the diagnoses that it points at: a claim with at most `MOST_DIAGNOSES` of which no two, and no line with its
 * own, have anything said of them, has nothing said of it. All that the edits of diagnoses look at in a line, besides its pointers, before they have something to say: lines of
 * one class with the same pointers are alike to them, and one of them tells all. Undefined: they look at more of it.
 */
export function diagnosisClass(
  line: { readonly code: string; readonly modifiers: readonly string[]; readonly description: string | undefined },
  law: PreparedEdits,
): string | undefined {
  if (line.description !== undefined || law.studies.some(({ codes }) => codes.includes(line.code))) return undefined;
  const { lists, record } = law.codes.get(line.code);
  let bits = 0;
  for (const modifier of line.modifiers) bits |= law.modifierBits.get(modifier) ?? 0;
  const left = (bits & BIT.left) !== 0;
  // A line of both sides told by two modifiers agrees with every diagnosis.
  const both = (bits & BIT.both) !== 0;
  const sided = left !== ((bits & BIT.right) !== 0);
  return `${both ? 'both' : sided ? (left ? 'left' : 'right') : ''} ${record ? lists & IN['joint-not-sacroiliac'] : 0}`;
}
