import type { IsoDate } from '../model/date.ts';
import type { Determination } from '../model/determination.ts';
import type { JurisdictionLaw } from '../model/law/jurisdiction.ts';
import type { Policy } from '../model/law/policy.ts';
import type { LineView } from '../model/line-view.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';

/** An honest "not evaluated": which piece is absent, and no verdict. */
export function noPolicy(line: LineView, context: ResolvedContext, because: string): Determination {
  return {
    line: line.number,
    ...(context.contractor !== undefined && { contractor: context.contractor }),
    outcome: 'no-policy',
    because,
    criteria: [],
  };
}

/** A line of a facility may stand under its revenue code alone. */
export function noCode(): string {
  return 'Not evaluated: coverage policies speak about procedure codes, and the line has none.';
}

export function noDate(): string {
  return 'Not evaluated: the date of service is not known, and every rule is dated.';
}

export function noPayer(payer: string | undefined): string {
  return payer === undefined
    ? 'Not evaluated: the payer is not known.'
    : `Not evaluated: the library holds no coverage documents for the payer "${payer}".`;
}

export function noPlace(state: string | undefined): string {
  return state === undefined
    ? 'Not evaluated: neither the state nor the contractor is known, so no document can be chosen.'
    : `Not evaluated: no contractor is known for ${state} on this date.`;
}

export function noDocument(
  policies: readonly Policy[],
  context: ResolvedContext,
  on: IsoDate,
  law: JurisdictionLaw,
): string {
  const contractor = context.contractor ?? '';
  const name = law.contractors[contractor] ?? contractor;
  const place = context.jurisdiction ? `${name} (${context.jurisdiction})` : name;
  const titles = policies.map((policy) => policy.title).join('; ');
  return `Not evaluated: ${place} has no document in force on ${on} for: ${titles}.`;
}

/** The policies that would concern the code say nothing about what it was used for. */
export function notThisUse(policies: readonly Policy[]): string {
  return `Not evaluated: the purpose stated is outside the policy: ${policies.map((policy) => policy.title).join('; ')}.`;
}
