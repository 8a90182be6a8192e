import { partsClause } from '../parts-clause.ts';
import type { OperatorFunction } from '../scene.ts';
import { anyOf as combine } from '../status.ts';

/** One part is enough. */
export const anyOf: OperatorFunction<'any-of'> = (clause, frame, prepare) =>
  partsClause(
    clause,
    clause.of.map((part) => prepare(part, frame)),
    { says: clause.says ?? 'any of these', combine, decisive: 'met' },
  );
