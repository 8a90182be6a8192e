import type { IsoDate } from '../model/date.ts';
import type { CriterionResult } from '../model/determination.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Policy, PolicyDocument } from '../model/law/policy.ts';
import type { LineView } from '../model/line-view.ts';
import { findingOf } from './finding-of.ts';
import type { CriterionInForce } from './in-force.ts';
import { judgeCriterion, statusOfCriterion, type CriterionStatus } from './judge-criterion.ts';
import type { Occasion } from './occasion.ts';
import type { PreparedPolicies } from './prepare.ts';
import { notesIn, type Scene } from './scene.ts';

/** What is asked of each criterion: its whole tree, or its status alone. */
export type Ask<C extends CriterionStatus> = (entry: CriterionInForce, scene: Scene) => C | CriterionResult;

/** One line under one document: every criterion in force, and a Finding for each that is not met. */
export function judgeDocument<C extends CriterionStatus>(
  policy: Policy,
  document: PolicyDocument,
  line: LineView,
  occasion: Occasion,
  law: PreparedPolicies,
  ask: Ask<C>,
) {
  const on = occasion.request.context.dateOfService as IsoDate;
  const ledger = () => occasion.ledgerOf(policy.session);
  const fact = occasion.factOf(line, policy.session);
  const criteria: (C | CriterionResult)[] = [];
  const findings: Finding[] = [];
  let nextEligible: IsoDate | undefined;
  const known = occasion.knownFor(line, fact);
  let scene = sceneFor({ on, policy, ledger, fact, known });
  for (const entry of law.criteria(policy, document, on)) {
    // What a criterion noted is its own; few note anything.
    if (notesIn(scene) > 0) scene = sceneFor({ on, policy, ledger, fact, known });
    const told = ask(entry, scene);
    if (told.status !== 'not-met') {
      criteria.push(told);
      continue;
    }
    const result = 'tree' in told ? told : judgeCriterion(entry, scene);
    criteria.push(result);
    const next = scene.tallies.map((tally) => tally.next).filter((day): day is IsoDate => day !== undefined);
    // A line must fit under every limit, so the latest of the dates counts.
    for (const day of next) if (nextEligible === undefined || day > nextEligible) nextEligible = day;
    findings.push(findingOf(entry, result, scene, { line, document }));
  }
  return { criteria, findings, nextEligible };
}

/** Whether the status of some criterion in force is such, without words for any. */
export function hasCriterion(
  policy: Policy,
  document: PolicyDocument,
  line: LineView,
  occasion: Occasion,
  law: PreparedPolicies,
  such: (status: CriterionStatus) => boolean,
): boolean {
  const on = occasion.request.context.dateOfService as IsoDate;
  const ledger = () => occasion.ledgerOf(policy.session);
  const scene = sceneFor({ on, policy, ledger, fact: occasion.factOf(line, policy.session) });
  return law.criteria(policy, document, on).some((entry) => such(statusOfCriterion(entry, scene)));
}

interface Setting {
  readonly on: IsoDate;
  readonly policy: Policy;
  readonly ledger: Scene['ledger'];
  readonly fact: (name: string) => Fact | undefined;
  readonly known?: Scene['known'];
  readonly watch?: Scene['watch'];
}

/** The scene in which one criterion is judged. */
export function sceneFor({ on, policy, ledger, fact, known, watch }: Setting): Scene {
  return { on, rule: policy.session, ledger, fact, tallies: [], looked: [], doubts: [], known, watch };
}
