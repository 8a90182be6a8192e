import { factClause, listOf } from '../fact-clause.ts';
import { inSet, type OperatorFunction } from '../scene.ts';

/** Any code of the list is in the set on the date of service; with `only`, every code is. An empty list has none. */
export const inCodeSet: OperatorFunction<'in-code-set' | 'only-in-code-set'> = (clause, frame) => {
  const test = inSet(frame, clause.set);
  const only = clause.operator === 'only-in-code-set';
  return factClause(clause, frame, {
    condition: () => `${only ? 'are only from' : 'include one of'}: ${frame.words.setTitle(clause.set)}`,
    judge: (value) => {
      const codes = listOf(value);
      const holds = only ? codes.length > 0 && codes.every(test) : codes.some(test);
      return holds ? 'met' : 'not-met';
    },
  });
};
