import { partsClause } from '../parts-clause.ts';
import type { OperatorFunction } from '../scene.ts';
import { countOf } from '../status.ts';
import { limitInWords, limitValue } from '../words.ts';

/** At least so many parts must hold. */
export const nOf: OperatorFunction<'n-of'> = (clause, frame, prepare) => {
  const count = Number(limitValue(clause.count, frame));
  return partsClause(
    clause,
    clause.of.map((part) => prepare(part, frame)),
    {
      says: clause.says ?? `at least ${limitInWords(clause.count, frame)} of these`,
      combine: (statuses) => countOf(statuses, count),
      count,
    },
  );
};
