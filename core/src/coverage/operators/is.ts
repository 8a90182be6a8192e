import type { FactValue } from '../../model/fact.ts';
import { factClause } from '../fact-clause.ts';
import type { OperatorFunction } from '../scene.ts';
import { plain } from '../words.ts';

/**
 * The value is the one named, or one of those named. A value that is not known but is among a few words is judged when
 * all of them give the same answer.
 */
export const is: OperatorFunction<'is'> = (clause, frame) => {
  const wanted: readonly FactValue[] = clause.values;
  return factClause(clause, frame, {
    condition: () => `is ${wanted.map(plain).join(' or ')}`,
    judge: (value) => (wanted.includes(value) ? 'met' : 'not-met'),
    judgeAmong: (words) => {
      const inside = words.filter((word) => wanted.includes(word)).length;
      return inside === 0 ? 'not-met' : inside === words.length ? 'met' : 'unknown';
    },
  });
};
