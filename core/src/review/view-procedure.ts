import type { Procedure } from '../model/procedure.ts';
import type { Review } from '../model/review.ts';

type ProcedureView = Review['procedures'][number];

/** A Procedure as the Review publishes it: the same content, without keys that hold nothing. */
export function viewProcedure(procedure: Procedure): ProcedureView {
  return withoutUndefined(procedure) as ProcedureView;
}

/** What holds nothing undefined, as most evidence does, is published as it is and not copied. */
function withoutUndefined(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const list = value.map(withoutUndefined);
    return list.some((entry, at) => entry !== value[at]) ? list : value;
  }
  const keys = Object.keys(value);
  if (keys.every((key) => isWhole(value[key as keyof typeof value]))) return value;
  const view: Record<string, unknown> = {};
  for (const key of keys) {
    const entry: unknown = value[key as keyof typeof value];
    if (entry !== undefined) view[key] = withoutUndefined(entry);
  }
  return view;
}

function isWhole(value: unknown): boolean {
  return value !== undefined && withoutUndefined(value) === value;
}
