import type { OperatorFunction } from '../scene.ts';
import { allOf as statusOfAll, missingOf } from '../status.ts';

/** Every part must hold. */
export const allOf: OperatorFunction<'all-of'> = (clause, scene, evaluate) => {
  const parts = clause.of.map((part) => evaluate(part, scene));
  const status = statusOfAll(parts.map((part) => part.status));
  const missing = status === 'unknown' ? missingOf(parts) : [];
  return { operator: clause.operator, status, says: clause.says ?? 'all of these', evidence: [], missing, parts };
};
