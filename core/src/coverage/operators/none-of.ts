import { partsClause } from '../parts-clause.ts';
import type { OperatorFunction } from '../scene.ts';
import { anyOf, negated } from '../status.ts';

/** No part may hold. */
export const noneOf: OperatorFunction<'none-of'> = (clause, frame, prepare) =>
  partsClause(
    clause,
    clause.of.map((part) => prepare(part, frame)),
    {
      says: clause.says ?? 'none of these',
      combine: (statuses) => negated(anyOf(statuses)),
      decisive: 'met',
    },
  );
