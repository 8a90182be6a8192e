import type { IsoDate } from '../model/date.ts';
import type { Policy } from '../model/law/policy.ts';
import type { LineView } from '../model/line-view.ts';
import { sceneFor } from './judge-document.ts';
import type { Occasion } from './occasion.ts';
import type { PreparedPolicies } from './prepare.ts';

/**
 * Whether the stated purpose puts the service outside a policy although its code is inside, such as a pump trial under a
 * policy for pain. Only what is stated can do that: an unknown purpose leaves the policy in charge.
 */
export function isOutside(policy: Policy, line: LineView, occasion: Occasion, law: PreparedPolicies): boolean {
  if (!policy.appliesTo.unless) return false;
  const on = occasion.request.context.dateOfService as IsoDate;
  const ledger = () => occasion.ledgerOf(policy.session);
  const fact = occasion.factOf(line, policy.session);
  return law.exception(policy, on)?.status(sceneFor({ on, policy, ledger, fact })) === 'met';
}
