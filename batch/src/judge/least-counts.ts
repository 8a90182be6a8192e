import { visitAll } from '@interspace/core/coverage/in-force';
import type { Library } from '@interspace/core/model/library';

/** For each family the smallest limit among the criteria that count sessions: with fewer earlier days none can object. */
export function leastCounts(library: Library): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const policy of library.policies.policies)
    for (const criterion of policy.criteria) {
      let limit = Number.POSITIVE_INFINITY;
      visitAll(criterion, (clause) => {
        if (clause.operator !== 'count-at-most') return;
        const of = clause.limit as { readonly param?: string; readonly value?: unknown };
        const values =
          of.param === undefined ? [of.value] : (criterion.params[of.param] ?? []).map(({ value }) => value);
        for (const value of values) if (typeof value === 'number') limit = Math.min(limit, value);
      });
      if (limit === Number.POSITIVE_INFINITY) continue;
      for (const family of policy.session.families) least.set(family, Math.min(least.get(family) ?? limit, limit));
    }
  return least;
}
