import { visitAll } from '@interspace/core/coverage/in-force';
import { durationIn, isDuration } from '@interspace/core/model/duration';
import { visitClauses, type Clause, type Limit } from '@interspace/core/model/law/clause';
import type { Criterion } from '@interspace/core/model/law/criterion';
import type { Policy, PolicyLaw } from '@interspace/core/model/law/policy';
import { canFailInHistory } from './can-fail.ts';
import type { PolicyScopes } from './policy-scopes.ts';

/** Families that are counted together have a bit; beyond this many all others share the last one. */
const MOST_GROUPS = 30;

/** What a criterion can object to: so many earlier days of a group of families, one of them so near where that is told. */
export interface Need {
  readonly group: number;
  readonly limit: number;
  /** Days. */
  readonly near?: number | undefined;
}

/**
 * Which services are counted, and how few earlier days of service a counting criterion can object to: most claims have
 * fewer, and nobody has to judge them again in the light of the patient's others.
 */
export class SessionCounts {
  /** The smallest limit of each group, of criteria that count wherever an earlier day lies. */
  readonly least: number[] = [];
  /** How near an earlier day of each group must be for those that look at the latest one. */
  readonly near: number[] = [];
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
        const need = askedFor(criterion);
        if (!need) continue;
        this.#needs.set(criterion.id, { group, ...need });
        const { limit, near } = need;
        if (near === undefined) this.least[group] = Math.min(this.least[group] ?? limit, limit);
        else this.near[group] = Math.max(this.near[group] ?? 0, near);
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

/** Whether earlier sessions that other claims tell of can make a criterion fail. */
export function counts(criterion: Criterion): boolean {
  return askedFor(criterion) !== undefined;
}

const asked = new WeakMap<Criterion, Omit<Need, 'group'> | false>();

/** How many earlier days, or how near a one, a criterion must see before it can object. */
function askedFor(criterion: Criterion): Omit<Need, 'group'> | undefined {
  let known = asked.get(criterion);
  if (known === undefined) asked.set(criterion, (known = askOf(criterion) ?? false));
  return known || undefined;
}

function askOf(criterion: Criterion): Omit<Need, 'group'> | undefined {
  const valuesOf = (of: Limit): readonly unknown[] =>
    'param' in of ? (criterion.params[of.param] ?? []).map(({ value }) => value) : [of.value];
  const numbersOf = (of: Limit): number[] => valuesOf(of).filter((value) => typeof value === 'number');
  const [counted, seen, near]: [number[], number[], number[]] = [[], [], []];
  visitAll(criterion, (clause) => {
    if (clause.operator === 'count-at-most') counted.push(...numbersOf(clause.limit));
    if (clause.operator === 'sessions-at-least') seen.push(...numbersOf(clause.count));
    if (clause.operator === 'last-session') near.push(daysIn(clause.where, valuesOf));
  });
  if (counted.length > 0) return { limit: Math.min(...counted) };
  if ((seen.length === 0 && near.length === 0) || !canFailInHistory(criterion)) return undefined;
  // Further back than all its lengths of time the answer hangs on what no claim tells.
  return near.length === 0 ? { limit: Math.min(...seen) } : { limit: 1, near: Math.max(...near) };
}

/** The longest time with which the day of an earlier session is compared; without any, however long ago it was. */
function daysIn(where: Clause, valuesOf: (of: Limit) => readonly unknown[]): number {
  let longest = 0;
  visitClauses(where, (clause) => {
    if (!('fact' in clause) || clause.fact !== 'earlier.days-before') return;
    const values = 'limit' in clause ? valuesOf(clause.limit) : [];
    for (const value of values) {
      const days = isDuration(value) ? durationIn(value, 'days') : Number(value);
      longest = Math.max(longest, days);
    }
  });
  return longest === 0 ? Number.POSITIVE_INFINITY : longest;
}
