import type { Fact, FactValue } from '../../model/fact.ts';

/**
 * One sheet from facts in order of trust: what stands first wins where values are of different days or measures;
 * a plain yes against a plain no stays unknown, with both quotes.
 */
export function mergeFacts(groups: readonly (readonly Fact[])[]): Map<string, Fact> {
  const sheet = new Map<string, Fact>();
  for (const group of groups) for (const fact of group) sheet.set(fact.name, combine(sheet.get(fact.name), fact));
  return sheet;
}

function combine(before: Fact | undefined, fact: Fact): Fact {
  if (!before) return fact;
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
