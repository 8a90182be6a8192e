import type { IsoDate } from '../model/date.ts';
import type { Policy } from '../model/law/policy.ts';
import { evaluate } from './evaluate.ts';
import { sceneFor } from './judge-document.ts';
import { historyOf } from './known-history.ts';
import type { LineFactsOf } from './line-facts.ts';
import type { PreparedPolicies } from './prepare.ts';
import type { CoverageRequest } from './request.ts';

/**
 * Whether the stated purpose puts the service outside a policy although its code is inside, such as a pump trial under a
 * policy for pain. Only what is stated can do that: an unknown purpose leaves the policy in charge.
 */
export function isOutside(policy: Policy, same: LineFactsOf, request: CoverageRequest, law: PreparedPolicies): boolean {
  const { unless } = policy.appliesTo;
  if (!unless) return false;
  const on = request.context.dateOfService as IsoDate;
  const derived = same(policy.session);
  const ledger = request.openLedger(historyOf(request, policy.session, law.implications), policy.session, on);
  const fact = (name: string) => derived.get(name) ?? request.sheet.get(name);
  const citation = { document: policy.id, gist: policy.title, confidence: 'high' as const };
  const entry = { params: new Map(), sets: law.exceptionSets(policy, on), citation };
  return evaluate(unless, sceneFor(entry, { on, policy, ledger, fact, law })).status === 'met';
}
