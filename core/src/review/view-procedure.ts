import type { Procedure } from '../model/procedure.ts';
import type { Review } from '../model/review.ts';

type ProcedureView = Review['procedures'][number];

/** A Procedure as the Review publishes it: the same content, without keys that hold nothing. */
export function viewProcedure(procedure: Procedure): ProcedureView {
  return withoutUndefined(procedure) as ProcedureView;
}

function withoutUndefined(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  const view: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const entry: unknown = value[key as keyof typeof value];
    if (entry !== undefined) view[key] = withoutUndefined(entry);
  }
  return view;
}
