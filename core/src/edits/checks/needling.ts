import { report, type Scope } from '../scope.ts';

/** An acupuncturist does not enroll with payers that follow the fee schedule: the service is billed incident to another. */
export function checkNeedling(scope: Scope): void {
  const { law, claim, context } = scope;
  for (const line of scope.lines) {
    const family = line.record?.family;
    if (family !== 'acupuncture' && family !== 'dry-needling') continue;
    const taxonomy = line.raw.rendering?.taxonomy ?? claim.rendering?.taxonomy;
    if (taxonomy === undefined || !law.lists['acupuncturist-taxonomies']?.has(taxonomy)) continue;
    if (law.lists['fee-schedule-payers']?.has(context.payer ?? ''))
      report(scope, 'needling/own-claim', { line, field: 'rendering-npi' }, { code: line.raw.code });
  }
}
