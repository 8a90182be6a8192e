import type { IsoDate } from '../model/date.ts';
import type { FactDeclaration } from '../model/fact.ts';
import type { CodeSet } from '../model/law/code-set.ts';
import type { Policy, PolicyDocument, PolicyLaw } from '../model/law/policy.ts';
import { codeTest } from '../model/law/code-set.ts';
import type { JurisdictionLaw } from '../model/law/jurisdiction.ts';
import type { Library } from '../model/library.ts';
import { indexImplications, type Implications } from './code-facts.ts';
import type { SceneWords } from './scene.ts';
import { factInWords } from './words.ts';
import { applies, inForceFor, setsIn, type CriterionInForce } from './in-force.ts';

/** Coverage law made ready once: indexes instead of lists, and what is in force kept per document and date. */
export interface PreparedPolicies {
  readonly policies: readonly Policy[];
  readonly codeSets: ReadonlyMap<string, CodeSet>;
  readonly jurisdictions: JurisdictionLaw;
  readonly implications: Implications;
  readonly declaration: (name: string) => FactDeclaration | undefined;
  readonly words: SceneWords;
  /** Criteria of a document that are in force on a date, in printed order. */
  readonly criteria: (policy: Policy, document: PolicyDocument, on: IsoDate) => readonly CriterionInForce[];
  /** Tests of the code sets that a policy's exception names, on a date. */
  readonly exceptionSets: (policy: Policy, on: IsoDate) => ReadonlyMap<string, (code: string) => boolean>;
  /** Whether a code is among those that a policy judges on a date. */
  readonly judgesCode: (policy: Policy, code: string, on: IsoDate) => boolean;
}

/** Forget what was in force for old dates when a long run has collected this many. */
const KEPT = 4096;

export function preparePolicies(library: Pick<Library, 'facts' | 'policies'>): PreparedPolicies {
  const law: PolicyLaw = library.policies;
  const codeSets = new Map(law.codeSets.map((set) => [set.name, set]));
  const facts = new Map(library.facts.map((fact) => [fact.name, fact]));
  const labels = new Map(library.facts.map((fact) => [fact.name, factInWords(fact.name, fact)]));
  const inForce = new Map<string, readonly CriterionInForce[]>();
  const tests = new Map<string, (code: string) => boolean>();
  const exceptions = new Map<string, ReadonlyMap<string, (code: string) => boolean>>();
  return {
    policies: [...law.policies].sort((a, b) => (a.id < b.id ? -1 : 1)),
    codeSets,
    jurisdictions: law.jurisdictions,
    implications: indexImplications(law.implications),
    declaration: (name) => facts.get(name),
    words: {
      declaration: (name) => facts.get(name),
      label: (name) => labels.get(name) ?? factInWords(name, undefined),
      setTitle: (set) => codeSets.get(set)?.title ?? set,
    },
    criteria: (policy, document, on) =>
      remember(inForce, `${policy.id} ${document.id} ${on}`, () =>
        policy.criteria
          .filter((criterion) => applies(criterion, document, on))
          .map((criterion) => inForceFor(criterion, document, on, codeSets))
          .filter((entry): entry is CriterionInForce => entry !== undefined)
          .sort((a, b) => a.criterion.order - b.criterion.order || (a.criterion.id < b.criterion.id ? -1 : 1)),
      ),
    exceptionSets: (policy, on) =>
      remember(exceptions, `${policy.id} ${on}`, () => {
        const names = policy.appliesTo.unless ? setsIn(policy.appliesTo.unless) : [];
        const sets = names.map((name) => codeSets.get(name)).filter((set) => set !== undefined);
        return new Map(sets.map((set) => [set.name, codeTest(set, on, undefined)]));
      }),
    judgesCode: (policy, code, on) => {
      const set = policy.appliesTo.codes === undefined ? undefined : codeSets.get(policy.appliesTo.codes);
      return set !== undefined && remember(tests, `${set.name} ${on}`, () => codeTest(set, on, undefined))(code);
    },
  };
}

function remember<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
}
