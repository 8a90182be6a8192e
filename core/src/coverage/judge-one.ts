import type { IsoDate } from '../model/date.ts';
import type { CriterionResult } from '../model/determination.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { KnownHistory } from '../model/history.ts';
import type { Criterion } from '../model/law/criterion.ts';
import type { Policy } from '../model/law/policy.ts';
import type { OpenLedger } from '../model/ledger.ts';
import type { LineView } from '../model/line-view.ts';
import { findingOf } from './finding-of.ts';
import { judgeCriterion } from './judge-criterion.ts';
import { sceneFor } from './judge-document.ts';
import { lineFacts } from './line-facts.ts';
import type { PreparedPolicies } from './prepare.ts';
import type { Scene } from './scene.ts';

/** One criterion in one stated situation. */
export interface Situation {
  readonly policy: Policy;
  readonly criterion: Criterion;
  /** Document by its number; the first that has the criterion when absent. */
  readonly document?: string | undefined;
  readonly on: IsoDate;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly line?: LineView | undefined;
  readonly history?: KnownHistory | undefined;
  readonly openLedger: OpenLedger;
  readonly watch?: Scene['watch'];
}

export interface JudgedSituation {
  readonly result: CriterionResult;
  readonly finding?: Finding;
  readonly next?: IsoDate;
}

const NO_LINE: LineView = { number: 1, code: '', modifiers: [], units: 1, diagnoses: undefined };

/** Judges it; undefined when the criterion is not in force for that document on that date. */
export function judgeOne(situation: Situation, law: PreparedPolicies): JudgedSituation | undefined {
  const { policy, criterion, on } = situation;
  const wanted = situation.document ?? criterion.documents?.[0] ?? policy.documents[0]?.id;
  const inForce = (document: Policy['documents'][number]) =>
    document.id === wanted &&
    document.from !== undefined &&
    document.from <= on &&
    (document.through === undefined || on <= document.through);
  const document = policy.documents.find(inForce);
  const entry = document && law.criteria(policy, document, on).find((one) => one.criterion.id === criterion.id);
  if (!document || !entry) return undefined;
  const line = situation.line ?? NO_LINE;
  const request = {
    lines: [line],
    procedures: [],
    sheet: situation.facts,
    history: situation.history,
    context: { dateOfService: on },
  };
  const derived = situation.line
    ? lineFacts(line, { ...request, openLedger: situation.openLedger }, policy.session, law.implications)
    : new Map<string, Fact>();
  const fact = (name: string) => situation.facts.get(name) ?? derived.get(name);
  const ledger = situation.openLedger(situation.history, policy.session, on);
  const scene = sceneFor({ on, policy, ledger: () => ledger, fact, watch: situation.watch });
  const result = judgeCriterion(entry, scene);
  const next = scene.tallies.map((tally) => tally.next).find((day) => day !== undefined);
  return {
    result,
    ...(result.status === 'not-met' && { finding: findingOf(entry, result, scene, { line, document }) }),
    ...(result.status === 'not-met' && next !== undefined && { next }),
  };
}
