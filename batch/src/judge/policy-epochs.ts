import { setsIn, setsOf } from '@interspace/core/coverage/in-force';
import type { PreparedPolicies } from '@interspace/core/coverage/prepare';
import type { IsoDate } from '@interspace/core/model/date';
import type { CodeSet } from '@interspace/core/model/law/code-set';
import type { CodeImplication, Policy, PolicyLaw } from '@interspace/core/model/law/policy';
import { datesIn, Epochs } from './epochs.ts';

/**
 * Stretches of days over which no coverage law changes that can concern given codes. Most changes of a year are another
 * policy's: what is said of a claim stays the same over them.
 */
export class PolicyEpochs {
  readonly #law: PolicyLaw;
  readonly #places: readonly string[];
  readonly #dates = new Map<Policy, readonly string[]>();
  readonly #ofPolicy = new Map<Policy, Epochs>();
  readonly #ofCodes = new Map<string, Epochs>();
  readonly #concerned = new Map<string, readonly string[]>();
  readonly #sets: ReadonlyMap<string, CodeSet>;
  readonly #implications = new Map<string, CodeImplication[]>();

  constructor(law: PolicyLaw) {
    this.#law = law;
    this.#places = datesIn(law.jurisdictions);
    this.#sets = new Map(law.codeSets.map((set) => [set.name, set]));
    for (const entry of law.implications)
      this.#implications.set(entry.code, [...(this.#implications.get(entry.code) ?? []), entry]);
    for (const policy of law.policies) {
      const dates = datesIn(policy, this.#setsOf(policy));
      this.#dates.set(policy, dates);
      this.#ofPolicy.set(policy, new Epochs(dates));
    }
  }

  of(codes: readonly string[]): Epochs {
    const key = codes.join(' ');
    let known = this.#ofCodes.get(key);
    if (known) return known;
    known = new Epochs([...new Set([...this.#places, ...codes.flatMap((code) => this.#datesOf(code))])].toSorted());
    if (this.#ofCodes.size > 10_000) this.#ofCodes.clear();
    this.#ofCodes.set(key, known);
    return known;
  }

  /** The same law, looked up once for each stretch of days and not anew for every day. */
  lookedUpOnce(policies: PreparedPolicies): PreparedPolicies {
    const first = (policy: Policy, on: IsoDate): IsoDate => (this.#ofPolicy.get(policy)?.first(on) ?? on) as IsoDate;
    return {
      ...policies,
      criteria: (policy, document, on) => policies.criteria(policy, document, first(policy, on)),
      exceptionSets: (policy, on) => policies.exceptionSets(policy, first(policy, on)),
      judgesCode: (policy, code, on) => policies.judgesCode(policy, code, first(policy, on)),
    };
  }

  #datesOf(code: string): readonly string[] {
    let known = this.#concerned.get(code);
    if (known) return known;
    const implications = this.#implications.get(code) ?? [];
    const dates = this.#law.policies.flatMap((policy) =>
      this.#mayConcern(policy, code, implications) ? (this.#dates.get(policy) ?? []) : [],
    );
    known = [...new Set([...dates, ...datesIn(implications)])];
    if (this.#concerned.size > 10_000) this.#concerned.clear();
    this.#concerned.set(code, known);
    return known;
  }

  /** On any day whatever. Rules of the record concern every claim. */
  #mayConcern(policy: Policy, code: string, implications: readonly CodeImplication[]): boolean {
    if (policy.about === 'record') return true;
    const { codes, families, kinds } = policy.appliesTo;
    const members = codes === undefined ? [] : (this.#sets.get(codes)?.members ?? []);
    return (
      members.some((member) => member.codes.includes(code) || member.under.some((prefix) => code.startsWith(prefix))) ||
      implications.some(
        (implied) =>
          (implied.family !== undefined && families.includes(implied.family)) ||
          (implied.kinds ?? []).some((kind) => kinds.includes(kind)),
      )
    );
  }

  #setsOf(policy: Policy): readonly CodeSet[] {
    const { codes, unless } = policy.appliesTo;
    const names = [
      ...policy.criteria.flatMap(setsOf),
      ...(unless ? setsIn(unless) : []),
      ...(codes === undefined ? [] : [codes]),
    ];
    return [...new Set(names)].flatMap((name) => this.#sets.get(name) ?? []);
  }
}
