import type { OperatorFunction } from '../scene.ts';
import { judgeFact } from '../leaf.ts';
import { plain } from '../words.ts';

/**
 * The value is the one named, or one of those named. A value that is not known but is among a few words is judged when
 * all of them give the same answer.
 */
export const is: OperatorFunction<'is'> = (clause, scene) => {
  const wanted = clause.values;
  const condition = () => `is ${wanted.map(plain).join(' or ')}`;
  const result = judgeFact(clause, scene, condition, (value) =>
    wanted.some((one) => one === value) ? 'met' : 'not-met',
  );
  const among = scene.fact(clause.fact)?.among;
  if (result.status !== 'unknown' || !among || among.length === 0) return result;
  const found = `${among.join(' or ')}, by the code`;
  const inside = among.filter((word) => wanted.includes(word)).length;
  if (inside > 0 && inside < among.length) return { ...result, found };
  return { ...result, found, status: inside > 0 ? 'met' : 'not-met', missing: [] };
};
