import type { IsoDate } from '../model/date.ts';
import type { FactDeclaration } from '../model/fact.ts';
import type { CodeSet } from '../model/law/code-set.ts';
import type { EditLaw } from '../model/law/edits.ts';
import type { Policy, PolicyDocument, PolicyLaw } from '../model/law/policy.ts';
import { codeTest } from '../model/law/code-set.ts';
import type { JurisdictionLaw } from '../model/law/jurisdiction.ts';
import type { Library } from '../model/library.ts';
import { indexImplications, type Implications } from './code-facts.ts';
import { DatedMemory } from './dated-memory.ts';
import { prepareClause } from './prepare-clause.ts';
import type { LawWords, PreparedClause } from './scene.ts';
import { factInWords } from './words.ts';
import { applies, inForceFor, setsIn, type CriterionInForce } from './in-force.ts';

/** Coverage law made ready once: indexes instead of lists, and what is in force kept per document and date. */
export interface PreparedPolicies {
  readonly policies: readonly Policy[];
  readonly codeSets: ReadonlyMap<string, CodeSet>;
  readonly jurisdictions: JurisdictionLaw;
  readonly implications: Implications;
  readonly declaration: (name: string) => FactDeclaration | undefined;
  /** Criteria of a document that are in force on a date, in printed order. */
  readonly criteria: (policy: Policy, document: PolicyDocument, on: IsoDate) => readonly CriterionInForce[];
  /** The uses of the procedure about which a policy does not speak, on a date. */
  readonly exception: (policy: Policy, on: IsoDate) => PreparedClause | undefined;
  /** Whether a code is among those that a policy judges on a date. */
  readonly judgesCode: (policy: Policy, code: string, on: IsoDate) => boolean;
}

/** Of the edits only what modifiers mean. */
type CoverageLaw = Pick<Library, 'facts' | 'policies'> & { readonly edits: Pick<EditLaw, 'modifiers'> };

export function preparePolicies(library: CoverageLaw): PreparedPolicies {
  const law: PolicyLaw = library.policies;
  const codeSets = new Map(law.codeSets.map((set) => [set.name, set]));
  const facts = new Map(library.facts.map((fact) => [fact.name, fact]));
  const labels = new Map(library.facts.map((fact) => [fact.name, factInWords(fact.name, fact)]));
  const words: LawWords = {
    declaration: (name) => facts.get(name),
    label: (name) => labels.get(name) ?? factInWords(name, undefined),
    setTitle: (set) => codeSets.get(set)?.title ?? set,
  };
  const inForce = new Map<Policy, DatedMemory<PolicyDocument, readonly CriterionInForce[]>>();
  const exceptions = new DatedMemory<Policy, PreparedClause | undefined>();
  const tests = new DatedMemory<CodeSet, (code: string) => boolean>();
  return {
    policies: [...law.policies].sort((a, b) => (a.id < b.id ? -1 : 1)),
    codeSets,
    jurisdictions: law.jurisdictions,
    implications: indexImplications(law.implications, library.edits.modifiers),
    declaration: (name) => facts.get(name),
    criteria: (policy, document, on) => {
      let ofPolicy = inForce.get(policy);
      if (!ofPolicy) inForce.set(policy, (ofPolicy = new DatedMemory()));
      return ofPolicy.get(document, on, () =>
        policy.criteria
          .filter((criterion) => applies(criterion, document, on))
          .map((criterion) => inForceFor(criterion, document, on, codeSets, words))
          .filter((entry): entry is CriterionInForce => entry !== undefined)
          .sort((a, b) => a.criterion.order - b.criterion.order || (a.criterion.id < b.criterion.id ? -1 : 1)),
      );
    },
    exception: (policy, on) =>
      exceptions.get(policy, on, () => {
        const { unless } = policy.appliesTo;
        if (!unless) return undefined;
        const sets = setsIn(unless).flatMap((name) => codeSets.get(name) ?? []);
        return prepareClause(unless, {
          words,
          params: new Map(),
          sets: new Map(sets.map((set) => [set.name, codeTest(set, on, undefined)])),
          citation: { document: policy.id, gist: policy.title, confidence: 'high' },
        });
      }),
    judgesCode: (policy, code, on) => {
      const set = policy.appliesTo.codes === undefined ? undefined : codeSets.get(policy.appliesTo.codes);
      return set !== undefined && tests.get(set, on, () => codeTest(set, on, undefined))(code);
    },
  };
}
