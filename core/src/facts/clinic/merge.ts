import type { Evidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';

/**
 * Two facts of one name as one. A known value wins over an unknown one, two equal values share their evidence, two
 * different ones contradict each other; a contradiction that was found before stays.
 */
export function join(one: Fact, other: Fact): Fact {
  const evidence = unique([...one.evidence, ...other.evidence]);
  if (one.conflict || other.conflict)
    return {
      name: one.name,
      value: undefined,
      evidence,
      conflict: unique([...(one.conflict ?? one.evidence), ...(other.conflict ?? other.evidence)]),
    };
  if (one.value === undefined) return other;
  if (other.value === undefined) return one;
  if (JSON.stringify(one.value) === JSON.stringify(other.value)) return { ...one, evidence };
  return { name: one.name, value: undefined, evidence, conflict: evidence };
}

function unique(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((one) => {
    const key = JSON.stringify(one);
    return seen.has(key) ? false : seen.add(key);
  });
}
