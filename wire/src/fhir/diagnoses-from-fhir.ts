import { diagnosisCodes, hasCode } from './codes.ts';
import type { Shelf, Shelved } from './shelf.ts';

/** The ICD-10-CM codes of a Condition that holds now; the reason is named when it does not. */
export function readCondition({ node }: Shelved): string[] {
  if (hasCode(node.child('clinicalStatus'), 'inactive', 'resolved', 'remission')) {
    node.leave('the condition is not active');
    return [];
  }
  const doubt = ['refuted', 'entered-in-error', 'unconfirmed', 'provisional', 'differential'];
  if (hasCode(node.child('verificationStatus'), ...doubt)) {
    node.leave('the condition is not confirmed');
    return [];
  }
  const codes = diagnosisCodes(node.child('code'));
  if (codes.length === 0) node.leave('no ICD-10-CM code');
  return codes;
}

/**
 * Diagnoses of the encounter, most important first: what orders and procedures give as their reason, what the Encounter
 * ranks, then its other diagnoses. A problem list is not a reason for a procedure: it is named and left aside.
 */
export function readDiagnoses(
  shelf: Shelf,
  encounter: Shelved | undefined,
  reasons: readonly string[],
  mine: (shelved: Shelved) => boolean,
): string[] {
  const ranked = (encounter?.node.list('diagnosis') ?? []).map((entry) => ({
    rank: entry.number('rank') ?? 99,
    condition: shelf.resolve(entry.child('condition'), encounter),
  }));
  const named = (encounter?.node.list('reasonReference') ?? []).map((one) => shelf.resolve(one, encounter));
  const coded = (encounter?.node.list('reasonCode') ?? []).flatMap(diagnosisCodes);
  const ofEncounter = [
    ...ranked.toSorted((one, other) => one.rank - other.rank).map(({ condition }) => condition),
    ...named,
  ].flatMap((found) => (found?.type === 'Condition' && mine(found) ? readCondition(found) : []));
  const rest = shelf
    .of('Condition')
    .filter(mine)
    .flatMap((shelved) => {
      const problem = shelved.node
        .list('category')
        .some((one) => hasCode(one, 'problem-list-item', 'health-concern', 'problem-list'));
      const codes = readCondition(shelved);
      if (!problem) return codes;
      if (codes.some((code) => !ofEncounter.includes(code) && !reasons.includes(code)))
        shelved.node.leave('on the problem list, and nothing names it as a reason for this encounter');
      return [];
    });
  return [...new Set([...reasons, ...ofEncounter, ...coded, ...rest])];
}
