import type { Status } from '../../model/determination.ts';
import type { FactValue } from '../../model/fact.ts';
import { factClause, listOf } from '../fact-clause.ts';
import type { OperatorFunction } from '../scene.ts';
import { valueInWords } from '../words.ts';

/** Two facts share a member (`overlaps`) or have the same members (`same-as`). Either one missing is unknown. */
export const overlaps: OperatorFunction<'overlaps' | 'same-as'> = (clause, frame) => {
  const declaration = frame.words.declaration(clause.other);
  const verb = clause.operator === 'overlaps' ? 'matches' : 'is the same as';
  const own = factClause(clause, frame, {
    condition: () => `${verb} ${frame.words.label(clause.other)}`,
    judge: () => 'met',
  });
  const statusOf = (mine: FactValue | undefined, theirs: FactValue | undefined): Status => {
    if (mine === undefined || theirs === undefined) return 'unknown';
    const [words, others] = [listOf(mine), listOf(theirs)];
    const shared = words.filter((word) => others.includes(word)).length;
    const same = shared === words.length && words.length === others.length;
    return (clause.operator === 'overlaps' ? shared > 0 : same) ? 'met' : 'not-met';
  };
  return {
    status: (scene) => statusOf(scene.fact(clause.fact)?.value, scene.fact(clause.other)?.value),
    judge: (scene) => {
      const other = scene.fact(clause.other);
      const result = own.judge(scene);
      const status = statusOf(scene.fact(clause.fact)?.value, other?.value);
      return {
        ...result,
        status,
        found: `${result.found ?? ''} and ${valueInWords(other, declaration)}`,
        evidence: [...result.evidence, ...(other?.evidence ?? [])],
        missing:
          status === 'unknown'
            ? [clause.fact, clause.other].filter((name) => scene.fact(name)?.value === undefined)
            : [],
      };
    },
  };
};
