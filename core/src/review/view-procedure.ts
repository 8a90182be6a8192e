import type { Procedure } from '../model/procedure.ts';
import type { Review } from '../model/review.ts';

type ProcedureView = Review['procedures'][number];

/** A Procedure as the Review publishes it: the same content, without keys that hold nothing. */
export function viewProcedure(procedure: Procedure): ProcedureView {
  return withoutUndefined(procedure) as ProcedureView;
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (entry === undefined ? [] : [[key, withoutUndefined(entry)]])),
  );
}
