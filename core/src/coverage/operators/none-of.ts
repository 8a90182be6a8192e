import type { OperatorFunction } from '../scene.ts';
import { anyOf, missingOf, negated } from '../status.ts';

/** No part may hold. */
export const noneOf: OperatorFunction<'none-of'> = (clause, scene, evaluate) => {
  const parts = clause.of.map((part) => evaluate(part, scene));
  const status = negated(anyOf(parts.map((part) => part.status)));
  const missing = status === 'unknown' ? missingOf(parts) : [];
  return { operator: clause.operator, status, says: clause.says ?? 'none of these', evidence: [], missing, parts };
};
