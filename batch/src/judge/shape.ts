import type { Claim } from '@interspace/core/model/claim';
import type { Criterion } from '@interspace/core/model/law/criterion';
import { diagnosesOfLine } from '@interspace/core/model/line-diagnoses';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';

/** Whether any of the criteria looks at the place of service. */
export function asksPlace(criteria: readonly Criterion[]): boolean {
  return criteria.some((criterion) => JSON.stringify(criterion).includes('place-of-service'));
}

/** All of it besides lines, diagnoses and date. */
export function frameOf(context: ResolvedContext, place: boolean): string {
  return `|${context.payer}|${context.jurisdiction ?? context.state}|${context.claimType}|${place ? context.placeOfService : ''}`;
}

/** All of a claim that coverage policies can see, besides the date. */
export function shapeOf(claim: Claim, context: ResolvedContext, place: boolean): string {
  let key = frameOf(context, place);
  for (const line of claim.lines) {
    key += `;${line.number} ${line.code} ${line.units}`;
    if (place && line.placeOfService !== undefined) key += ` ${line.placeOfService}`;
    for (const modifier of line.modifiers) key += `-${modifier}`;
    for (const diagnosis of diagnosesOfLine(claim, line)) key += `,${diagnosis}`;
  }
  return key;
}

/** All of a claim that programs of authorization can see, besides the date. */
export function servicesShape(claim: Claim, context: ResolvedContext): string {
  let key = `|${programsFrame(claim, context)}`;
  for (const line of claim.lines) {
    key += `;${line.number} ${line.code} ${line.revenueCode ?? ''}`;
    for (const modifier of line.modifiers) key += `-${modifier}`;
  }
  return key;
}

/** All of it besides the lines. */
export function programsFrame(
  claim: Claim,
  { payer, state, jurisdiction, placeOfService, claimType }: ResolvedContext,
): string {
  const number =
    claim.authorization ?? claim.lines.find(({ authorization }) => authorization !== undefined)?.authorization ?? '';
  return `${payer}|${state}|${jurisdiction}|${placeOfService}|${claimType}|${number}|${claim.billType ?? ''}`;
}
