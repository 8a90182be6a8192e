import type { OperatorFunction } from '../scene.ts';
import { countOf, missingOf } from '../status.ts';
import { limitInWords, limitValue } from '../words.ts';

/** At least so many parts must hold. */
export const nOf: OperatorFunction<'n-of'> = (clause, scene, evaluate) => {
  const parts = clause.of.map((part) => evaluate(part, scene));
  const count = Number(limitValue(clause.count, scene));
  const status = countOf(
    parts.map((part) => part.status),
    count,
  );
  const says = clause.says ?? `at least ${limitInWords(clause.count, scene)} of these`;
  return {
    operator: clause.operator,
    status,
    says,
    evidence: [],
    missing: status === 'unknown' ? missingOf(parts) : [],
    count,
    parts,
  };
};
