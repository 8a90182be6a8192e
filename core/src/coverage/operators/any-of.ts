import type { OperatorFunction } from '../scene.ts';
import { anyOf as statusOfAny, missingOf } from '../status.ts';

/** One part is enough. */
export const anyOf: OperatorFunction<'any-of'> = (clause, scene, evaluate) => {
  const parts = clause.of.map((part) => evaluate(part, scene));
  const status = statusOfAny(parts.map((part) => part.status));
  const missing = status === 'unknown' ? missingOf(parts) : [];
  return { operator: clause.operator, status, says: clause.says ?? 'any of these', evidence: [], missing, parts };
};
