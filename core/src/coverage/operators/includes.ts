import { factClause, listOf } from '../fact-clause.ts';
import type { OperatorFunction } from '../scene.ts';

/** The list contains at least one of the words named. */
export const includes: OperatorFunction<'includes'> = (clause, frame) =>
  factClause(clause, frame, {
    condition: () => `include ${clause.words.join(' or ')}`,
    judge: (value) => (listOf(value).some((word) => clause.words.includes(word)) ? 'met' : 'not-met'),
  });
