import { visitAll } from '@interspace/core/coverage/in-force';
import type { Criterion } from '@interspace/core/model/law/criterion';
import type { Policy, PolicyLaw } from '@interspace/core/model/law/policy';
import type { PolicyScopes } from './policy-scopes.ts';

/** Families that are counted together have a bit; beyond this many all others share the last one. */
const MOST_GROUPS = 30;

/** What a criterion can object to: so many earlier days of a group of families. */
export interface Need {
  readonly group: number;
  readonly limit: number;
}

/**
 * Which services are counted, and how few earlier days of service a counting criterion can object to: most claims have
 * fewer, and nobody has to judge them again in the light of the patient's others.
 */
export class SessionCounts {
  /** The smallest limit of each group. */
  readonly least: number[] = [];
  readonly #groups = new Map<string, number>();
  readonly #needs = new Map<string, Need>();
  readonly #asked = new Map<string, number>();
  readonly #policies: readonly Policy[];
  readonly #scopes: PolicyScopes;

  constructor(law: PolicyLaw, scopes: PolicyScopes) {
    this.#scopes = scopes;
    this.#policies = law.policies.filter(({ criteria }) => criteria.some(counts));
    this.#group();
    for (const policy of this.#policies) {
      const group = this.groupOf(policy.session.families[0] ?? '');
      for (const criterion of policy.criteria) {
        const limit = limitOf(criterion);
        if (limit === Number.POSITIVE_INFINITY) continue;
        this.#needs.set(criterion.id, { group, limit });
        this.least[group] = Math.min(this.least[group] ?? limit, limit);
      }
    }
  }

  /** The bit of a family; -1 when nobody counts it. */
  groupOf(family: string): number {
    return this.#groups.get(family) ?? -1;
  }

  needOf(criterion: string): Need | undefined {
    return this.#needs.get(criterion);
  }

  /** Bits of the groups that may be counted for a line with this code, on any day. */
  askedOf(code: string): number {
    let bits = this.#asked.get(code);
    if (bits === undefined) {
      bits = 0;
      for (const policy of this.#scopes.concerning([code], this.#policies))
        bits |= 1 << this.groupOf(policy.session.families[0] ?? '');
      if (this.#asked.size > 50_000) this.#asked.clear();
      this.#asked.set(code, bits);
    }
    return bits;
  }

  /** Families that one policy counts together are one group, and so are groups that share a family. */
  #group(): void {
    const sets: Set<string>[] = [];
    for (const { session } of this.#policies) {
      const own = new Set(session.families);
      for (let at = sets.length - 1; at >= 0; at--) {
        if (![...sets[at]!].some((family) => own.has(family))) continue;
        for (const family of sets.splice(at, 1)[0]!) own.add(family);
      }
      sets.push(own);
    }
    for (const [at, set] of sets.entries())
      for (const family of set) this.#groups.set(family, Math.min(at, MOST_GROUPS - 1));
  }
}

/** Whether a criterion counts earlier sessions. */
export function counts(criterion: Criterion): boolean {
  return limitOf(criterion) !== Number.POSITIVE_INFINITY;
}

function limitOf(criterion: Criterion): number {
  let limit = Number.POSITIVE_INFINITY;
  visitAll(criterion, (clause) => {
    if (clause.operator !== 'count-at-most') return;
    const of = clause.limit;
    const values = 'param' in of ? (criterion.params[of.param] ?? []).map(({ value }) => value) : [of.value];
    for (const value of values) if (typeof value === 'number') limit = Math.min(limit, value);
  });
  return limit;
}
