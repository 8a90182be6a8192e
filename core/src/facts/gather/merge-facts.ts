import type { Fact, FactValue } from '../../model/fact.ts';

/**
 * A fact with what a source of less trust says of it: what stands first wins where values are of different days or
 * measures; a plain yes against a plain no stays unknown, with both quotes.
 */
export function mergeFacts(before: Fact | undefined, fact: Fact | undefined): Fact | undefined {
  if (!before || !fact) return before ?? fact;
  if (fact.value === undefined) return before;
  // Said on the form: the answer stands.
  if (before.evidence.some((one) => one.source === 'form')) return before;
  if (before.value === undefined) return before.conflict ? before : fact;
  if (Array.isArray(before.value) && Array.isArray(fact.value)) {
    const value: FactValue = [
      ...new Set([...(before.value as readonly string[]), ...(fact.value as readonly string[])]),
    ];
    return { ...before, value, evidence: [...before.evidence, ...fact.evidence] };
  }
  if (before.value === fact.value) return { ...before, evidence: [...before.evidence, ...fact.evidence] };
  if (typeof before.value === 'boolean' && typeof fact.value === 'boolean') {
    return { name: fact.name, value: undefined, evidence: [], conflict: [...before.evidence, ...fact.evidence] };
  }
  return before;
}
