import { partsClause } from '../parts-clause.ts';
import type { OperatorFunction } from '../scene.ts';
import { allOf as combine } from '../status.ts';

/** Every part must hold. */
export const allOf: OperatorFunction<'all-of'> = (clause, frame, prepare) =>
  partsClause(
    clause,
    clause.of.map((part) => prepare(part, frame)),
    { says: clause.says ?? 'all of these', combine, decisive: 'not-met' },
  );
