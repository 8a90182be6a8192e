import { setsIn, setsOf, visitAll } from '@interspace/core/coverage/in-force';
import { holesOf } from '@interspace/core/coverage/finding-of';
import { seesOtherLines } from '@interspace/core/coverage/line-facts';
import type { PreparedPolicies } from '@interspace/core/coverage/prepare';
import type { IsoDate } from '@interspace/core/model/date';
import { visitClauses, type Clause } from '@interspace/core/model/law/clause';
import { codeTest, type CodeSet } from '@interspace/core/model/law/code-set';
import type { Criterion } from '@interspace/core/model/law/criterion';
import {
  isFor,
  type CodeImplication,
  type CoveragePlace,
  type Policy,
  type PolicyLaw,
} from '@interspace/core/model/law/policy';
import { canFail } from './can-fail.ts';
import { datesIn, Epochs } from './epochs.ts';
import { asksPlace } from './shape.ts';

/** What of coverage law can concern given codes: most changes of a year, and most lists of codes, are another policy's. */
export interface PolicyScope {
  readonly number: number;
  /** Stretches of days over which nothing changes. */
  readonly epochs: Epochs;
  /** The same in one place, for single lines: documents of other places change nothing there, nor do rules of the record. */
  readonly epochsIn: (place: CoveragePlace) => Epochs;
  /** Whether a criterion that a claim alone can fail looks at the place of service. */
  readonly asksPlace: boolean;
  /** Diagnoses with the same text here are alike to every criterion, as long as no words name them. */
  readonly diagnosisClass: (code: string) => string;
  /** The same for the codes of a claim, to the criteria that a claim alone can fail. */
  readonly codeClass: (code: string) => string;
  /** What those criteria see of a claim's other lines, by policy. */
  readonly others: ReadonlyMap<Policy, readonly string[]>;
  /** Whether one of them is every diagnosis of the claim. */
  readonly seesAllDiagnoses: boolean;
}

/** Scopes by codes. */
export class PolicyScopes {
  readonly #law: PolicyLaw;
  readonly #places: readonly string[];
  readonly #dates = new Map<Policy, readonly string[]>();
  /** The same without those of its documents. */
  readonly #datesOfText = new Map<Policy, readonly string[]>();
  readonly #ofPolicy = new Map<Policy, Epochs>();
  readonly #ofCodes = new Map<string, PolicyScope>();
  #count = 0;
  readonly #sets: ReadonlyMap<string, CodeSet>;
  readonly #implications = new Map<string, CodeImplication[]>();

  constructor(law: PolicyLaw) {
    this.#law = law;
    this.#places = datesIn(law.jurisdictions);
    this.#sets = new Map(law.codeSets.map((set) => [set.name, set]));
    for (const entry of law.implications)
      this.#implications.set(entry.code, [...(this.#implications.get(entry.code) ?? []), entry]);
    for (const policy of law.policies) {
      const ofText = datesIn({ ...policy, documents: [] }, this.#setsOf(policy));
      this.#datesOfText.set(policy, ofText);
      const dates = [...new Set([...ofText, ...datesIn(policy.documents)])].toSorted();
      this.#dates.set(policy, dates);
      this.#ofPolicy.set(policy, new Epochs(dates));
    }
  }

  of(codes: readonly string[]): PolicyScope {
    const key = codes.join(' ');
    let known = this.#ofCodes.get(key);
    if (known) return known;
    if (this.#ofCodes.size > 10_000) this.#ofCodes.clear();
    this.#ofCodes.set(key, (known = this.#scopeOf(codes)));
    return known;
  }

  /** The same law, looked up once for each stretch of days and not anew for every day. */
  lookedUpOnce(policies: PreparedPolicies): PreparedPolicies {
    const first = (policy: Policy, on: IsoDate): IsoDate => (this.#ofPolicy.get(policy)?.first(on) ?? on) as IsoDate;
    return {
      ...policies,
      criteria: (policy, document, on) => policies.criteria(policy, document, first(policy, on)),
      exception: (policy, on) => policies.exception(policy, first(policy, on)),
      judgesCode: (policy, code, on) => policies.judgesCode(policy, code, first(policy, on)),
    };
  }

  /** Those of the policies that can speak about the codes, on whatever day. */
  concerning(codes: readonly string[], policies: readonly Policy[] = this.#law.policies): readonly Policy[] {
    return policies.filter((policy) =>
      codes.some((code) => this.#mayConcern(policy, code, this.#implications.get(code) ?? [])),
    );
  }

  #scopeOf(codes: readonly string[]): PolicyScope {
    const implications = codes.flatMap((code) => this.#implications.get(code) ?? []);
    const policies = this.concerning(codes);
    const dates = [...policies.flatMap((policy) => this.#dates.get(policy) ?? []), ...datesIn(implications)];
    const others = new Map(policies.map((policy) => [policy, othersSeen(policy)]));
    return {
      number: ++this.#count,
      asksPlace: asksPlace(policies.flatMap(({ criteria }) => criteria.filter(canFail))),
      epochs: new Epochs([...new Set([...this.#places, ...dates])].toSorted()),
      epochsIn: this.#byPlace(
        policies.filter(({ about }) => about !== 'record'),
        datesIn(implications),
      ),
      diagnosisClass: classes(codeTests(policies, this.#setsIn(policies), 'icd-10-cm', DIAGNOSES, () => true)),
      codeClass: classes(codeTests(policies, this.#setsIn(policies), 'cpt-hcpcs', CODES, canFail)),
      others,
      seesAllDiagnoses: [...others.values()].some((facts) => facts.includes('claim.diagnoses')),
    };
  }

  #byPlace(policies: readonly Policy[], others: readonly string[]): (place: CoveragePlace) => Epochs {
    const known = new Map<string, Epochs>();
    return (place) => {
      const key = `${place.jurisdiction} ${place.contractor}`;
      let epochs = known.get(key);
      if (!epochs) {
        const dates = policies.flatMap((policy) => [
          ...(this.#datesOfText.get(policy) ?? []),
          ...datesIn(policy.documents.filter((document) => isFor(document, place))),
        ]);
        known.set(key, (epochs = new Epochs([...new Set([...this.#places, ...others, ...dates])].toSorted())));
      }
      return epochs;
    };
  }

  #setsIn(policies: readonly Policy[]): readonly CodeSet[] {
    return [...new Set(policies.flatMap((policy) => this.#setsOf(policy)))];
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

const DIAGNOSES = /^(line|claim)\.diagnoses$/;
const CODES = /^claim\.codes$/;

/** Facts of the policy's criteria that a claim alone can fail, as far as they hang on other lines. */
function othersSeen(policy: Policy): readonly string[] {
  return factsSeen(policy, canFail).filter(seesOtherLines);
}

/** All facts that some of a policy's criteria, their words and its exceptions name. */
export function factsSeen(
  { criteria, appliesTo }: Policy,
  wanted: (criterion: Criterion) => boolean,
): readonly string[] {
  const seen = new Set<string>();
  const visit = (clause: Clause): void => {
    if ('fact' in clause) seen.add(clause.fact);
    if ('other' in clause) seen.add(clause.other);
  };
  for (const criterion of criteria.filter(wanted)) {
    visitAll(criterion, visit);
    const { what, why, do: advice } = criterion.finding;
    for (const hole of [what, why, advice].flatMap(holesOf)) seen.add(hole.replace(/^fact:/, ''));
  }
  if (appliesTo.unless) visitClauses(appliesTo.unless, visit);
  return [...seen];
}

/** A text for each code: the answers to all tests; without tests the code itself. */
function classes(tests: readonly ((code: string) => boolean)[] | undefined): (code: string) => string {
  const known = new Map<string, string>();
  return (code) => {
    if (!tests) return code;
    let own = known.get(code);
    if (own === undefined) {
      if (known.size > 10_000) known.clear();
      known.set(code, (own = tests.map((test) => Number(test(code))).join('')));
    }
    return own;
  };
}

/**
 * Questions whose answers decide everything that criteria can find in a code of such a fact: whether a member of a list has
 * it, on whatever day and document, and whether it is a word of a clause. Undefined when some clause looks in another way.
 */
function codeTests(
  policies: readonly Policy[],
  sets: readonly CodeSet[],
  of: CodeSet['system'],
  facts: RegExp,
  wanted: (criterion: Criterion) => boolean,
): readonly ((code: string) => boolean)[] | undefined {
  const words = new Set<string>();
  let other = false;
  const visit = (clause: Clause): void => {
    if (!('fact' in clause)) return;
    const both = 'other' in clause && facts.test(clause.other);
    if (!both && !facts.test(clause.fact)) return;
    if (clause.operator === 'includes') for (const word of clause.words) words.add(word);
    else if (!['in-code-set', 'only-in-code-set', 'documented'].includes(clause.operator)) other = true;
  };
  for (const policy of policies) {
    for (const criterion of policy.criteria.filter(wanted)) visitAll(criterion, visit);
    if (policy.appliesTo.unless) visitClauses(policy.appliesTo.unless, visit);
  }
  if (other) return undefined;
  const members = sets
    .filter(({ system }) => system === of)
    .flatMap((set) => set.members.map((member) => ({ set, member })));
  return [
    ...members.map(({ set, member }) => {
      const { from: _, through: __, documents: ___, ...always } = member;
      return codeTest({ ...set, members: [always] }, EVER, undefined);
    }),
    ...[...words].map((word) => (code: string) => code === word),
  ];
}

const EVER = '2000-01-01' as IsoDate;
