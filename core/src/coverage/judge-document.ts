import type { IsoDate } from '../model/date.ts';
import type { CriterionResult } from '../model/determination.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Policy, PolicyDocument } from '../model/law/policy.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineView } from '../model/line-view.ts';
import { findingOf } from './finding-of.ts';
import type { CriterionInForce } from './in-force.ts';
import { judgeCriterion } from './judge-criterion.ts';
import { historyOf } from './known-history.ts';
import { lineFactsOf, type LineFactsOf } from './line-facts.ts';
import type { PreparedPolicies } from './prepare.ts';
import type { CoverageRequest } from './request.ts';
import { newWords, type Scene } from './scene.ts';

/** One line under one document: every criterion in force, and a Finding for each that is not met. */
export function judgeDocument(
  policy: Policy,
  document: PolicyDocument,
  line: LineView,
  request: CoverageRequest,
  law: PreparedPolicies,
  same: LineFactsOf = lineFactsOf(line, request, law.implications),
) {
  const on = request.context.dateOfService as IsoDate;
  const derived = same(policy.session);
  const ledger = request.openLedger(historyOf(request, policy.session, law.implications), policy.session, on);
  const fact = (name: string): Fact | undefined => derived.get(name) ?? request.sheet.get(name);
  const criteria: CriterionResult[] = [];
  const findings: Finding[] = [];
  let nextEligible: IsoDate | undefined;
  for (const entry of law.criteria(policy, document, on)) {
    const scene = sceneFor(entry, { on, policy, ledger, fact, law });
    const result = judgeCriterion(entry, scene);
    criteria.push(result);
    if (result.status !== 'not-met') continue;
    const next = scene.tallies.map((tally) => tally.next).filter((day): day is IsoDate => day !== undefined);
    // A line must fit under every limit, so the latest of the dates counts.
    for (const day of next) if (nextEligible === undefined || day > nextEligible) nextEligible = day;
    findings.push(findingOf(entry, result, scene, { line, document }));
  }
  return { criteria, findings, nextEligible };
}

interface Setting {
  readonly on: IsoDate;
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly fact: (name: string) => Fact | undefined;
  readonly law: PreparedPolicies;
  readonly watch?: Scene['watch'];
}

/** The scene in which one criterion is judged. Params and code sets were checked when it came into force. */
export function sceneFor(
  entry: Pick<CriterionInForce, 'params' | 'sets' | 'citation'> & Partial<Pick<CriterionInForce, 'said'>>,
  { on, policy, ledger, fact, law, watch }: Setting,
): Scene {
  return {
    on,
    rule: policy.session,
    ledger,
    fact,
    words: law.words,
    params: entry.params,
    sets: entry.sets,
    citation: entry.citation,
    said: entry.said ?? newWords(),
    tallies: [],
    looked: [],
    doubts: [],
    watch,
  };
}
