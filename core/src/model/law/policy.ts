import type { Confidence, Standing } from '../citation.ts';
import type { FactValue } from '../fact.ts';
import { isInForce, type EffectivePeriod } from '../period.ts';
import type { IsoDate } from '../date.ts';
import type { Clause } from './clause.ts';
import type { CodeSet } from './code-set.ts';
import type { Criterion, LawCitation } from './criterion.ts';
import type { JurisdictionLaw } from './jurisdiction.ts';
import type { Reference } from './reference.ts';
import type { SessionRule } from './session-rule.ts';

/** A contractor's document that adopts the criteria of a policy, for some jurisdictions and a period. */
export interface PolicyDocument extends EffectivePeriod {
  readonly id: string;
  readonly article?: string;
  readonly issuer: string;
  /** `all` for a national document. */
  readonly jurisdictions: readonly string[] | 'all';
  readonly title?: string;
  readonly url?: string;
  readonly confidence?: Confidence;
  readonly standing?: Standing;
}

/** Coverage rules of one payer for one topic: one folder, many documents, shared criteria. */
export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly payers: readonly string[];
  /** `record`: about the record of the encounter, not about a service; judged once and told as findings and questions. */
  readonly about?: 'record';
  readonly appliesTo: {
    readonly codes?: string;
    readonly families: readonly string[];
    readonly kinds: readonly string[];
    /** Met: the policy does not speak about this use of the procedure. Looks at facts only. */
    readonly unless?: Clause;
  };
  readonly session: SessionRule;
  readonly documents: readonly PolicyDocument[];
  readonly citations: Readonly<Record<string, LawCitation>>;
  readonly criteria: readonly Criterion[];
  /** To read on; never judged by. */
  readonly references?: readonly Reference[];
  readonly file: string;
}

/** What a code says about the service by itself, for claims that come without a chart (from library/codes). */
export interface CodeImplication extends EffectivePeriod {
  readonly code: string;
  readonly lineKind: 'procedure' | 'drug' | 'device' | 'guidance' | 'evaluation';
  readonly family?: string;
  /** The kinds of procedure that the code can stand for. */
  readonly kinds?: readonly string[];
  /** The regions that the code can stand for. */
  readonly regions?: readonly string[];
  /** Imaging guidance is part of the code. */
  readonly guidanceIncluded?: boolean;
  /** Which imaging that can be. */
  readonly guidance?: readonly string[];
  /** Ordinal of the level that the code stands for: 1 primary, 2 first additional, 3 third and further. */
  readonly level?: number;
  /** Further `procedure.*` facts. */
  readonly facts: Readonly<Record<string, FactValue>>;
}

/** Coverage law as compiled. */
export interface PolicyLaw {
  readonly policies: readonly Policy[];
  readonly codeSets: readonly CodeSet[];
  readonly jurisdictions: JurisdictionLaw;
  readonly implications: readonly CodeImplication[];
}

/** Whose documents hold. */
export interface CoveragePlace {
  readonly contractor?: string | undefined;
  readonly jurisdiction?: string | undefined;
}

/** Whether a document holds for a place, on whatever day; a contractor without jurisdiction matches by issuer. */
export function isFor({ jurisdictions, issuer }: PolicyDocument, place: CoveragePlace): boolean {
  if (jurisdictions === 'all') return true;
  return place.jurisdiction === undefined ? issuer === place.contractor : jurisdictions.includes(place.jurisdiction);
}

/** The document of a policy in force for a place on a date. */
export function documentInForce(policy: Policy, place: CoveragePlace, on: IsoDate): PolicyDocument | undefined {
  const live = policy.documents.filter((document) => isInForce(document, on));
  const found = live.filter((document) => isFor(document, place));
  const ids = new Set(found.map((document) => document.id));
  return ids.size === 1 ? found[0] : undefined;
}
