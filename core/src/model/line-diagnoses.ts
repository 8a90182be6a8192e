import type { Claim, ClaimLine } from './claim.ts';

/**
 * The diagnoses that stand behind a line: those that it points at. An institutional line has no pointers, and stands under
 * all diagnoses of its claim.
 */
export function diagnosesOfLine(
  { billType, diagnoses }: Pick<Claim, 'billType' | 'diagnoses'>,
  { pointers }: Pick<ClaimLine, 'pointers'>,
): readonly string[] {
  if (billType !== undefined && pointers.length === 0) return diagnoses;
  return pointers.flatMap((pointer) => diagnoses[pointer - 1] ?? []);
}
