import type { FeeRow } from '../model/fee.ts';

const STANDARD = 2;
const ENDOSCOPY = 3;
const IMAGING = 4;
const THERAPY = 5;
const CARDIOVASCULAR = 6;
const OPHTHALMOLOGY = 7;
const ONLY_WHEN_ALONE = 'T';

/**
 * Why the amount of a line cannot be said because of the lines beside it: reductions of other kinds than the standard
 * one are not evaluated, and an amount without its reduction would be wrong.
 */
export function reductionConflict(
  rows: readonly (FeeRow | undefined)[],
  index: number,
  units: number,
): string | undefined {
  const row = rows[index]!;
  const others = rows.filter((other, at): other is FeeRow => at !== index && other !== undefined);
  const sameKind = others.some((other) => other.multipleProcedure === row.multipleProcedure);
  if (row.status === ONLY_WHEN_ALONE && others.length > 0) return 'paid only when nothing else of that day is payable';
  switch (row.multipleProcedure) {
    case ENDOSCOPY:
      return sameKind || others.some((other) => other.multipleProcedure === STANDARD)
        ? 'the reduction for endoscopy families is not evaluated'
        : undefined;
    case THERAPY:
      return sameKind || units > 1 ? 'the reduction for therapy services is not evaluated' : undefined;
    case IMAGING:
    case CARDIOVASCULAR:
    case OPHTHALMOLOGY:
      return sameKind ? 'the reduction for several diagnostic services of a day is not evaluated' : undefined;
    case STANDARD:
      return others.some((other) => other.multipleProcedure === ENDOSCOPY)
        ? 'the ranking together with an endoscopy family is not evaluated'
        : undefined;
    default:
      return undefined;
  }
}
