import { factClause } from '../fact-clause.ts';
import type { OperatorFunction } from '../scene.ts';

/** The chart states it at all. Silence is unknown, which becomes a question. */
export const documented: OperatorFunction<'documented'> = (clause, frame) =>
  factClause(clause, frame, { condition: () => 'is documented', judge: () => 'met' });
