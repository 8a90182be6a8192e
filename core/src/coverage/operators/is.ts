import type { Status } from '../../model/determination.ts';
import { factClause } from '../fact-clause.ts';
import type { OperatorFunction } from '../scene.ts';
import { plain } from '../words.ts';

/**
 * The value is the one named, or one of those named. A value that is not known but is among a few words is judged when
 * all of them give the same answer.
 */
export const is: OperatorFunction<'is'> = (clause, frame) => {
  const wanted = clause.values;
  const known = factClause(clause, frame, {
    condition: () => `is ${wanted.map(plain).join(' or ')}`,
    judge: (value) => (wanted.some((one) => one === value) ? 'met' : 'not-met'),
  });
  const ofAny = (among: readonly string[] | undefined): Status => {
    if (!among || among.length === 0) return 'unknown';
    const inside = among.filter((word) => wanted.includes(word)).length;
    return inside === 0 ? 'not-met' : inside === among.length ? 'met' : 'unknown';
  };
  return {
    status: (scene) => {
      const status = known.status(scene);
      return status === 'unknown' ? ofAny(scene.fact(clause.fact)?.among) : status;
    },
    judge: (scene) => {
      const result = known.judge(scene);
      if (result.status !== 'unknown') return result;
      const among = scene.fact(clause.fact)?.among;
      if (!among || among.length === 0) return result;
      const found = `${among.join(' or ')}, by the code`;
      const status = ofAny(among);
      return status === 'unknown' ? { ...result, found } : { ...result, found, status, missing: [] };
    },
  };
};
