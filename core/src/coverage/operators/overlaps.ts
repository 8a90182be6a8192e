import type { OperatorFunction } from '../scene.ts';
import { judgeFact, listOf } from '../leaf.ts';
import { valueInWords } from '../words.ts';

/** Two facts share a member (`overlaps`) or have the same members (`same-as`). Either one missing is unknown. */
export const overlaps: OperatorFunction<'overlaps' | 'same-as'> = (clause, scene) => {
  const other = scene.fact(clause.other);
  const declaration = scene.words.declaration(clause.other);
  const verb = clause.operator === 'overlaps' ? 'matches' : 'is the same as';
  const result = judgeFact(
    clause,
    scene,
    () => `${verb} ${scene.words.label(clause.other)}`,
    (value) => {
      if (other?.value === undefined) return 'unknown';
      const [own, others] = [listOf(value), listOf(other.value)];
      const shared = own.filter((word) => others.includes(word));
      const holds =
        clause.operator === 'overlaps'
          ? shared.length > 0
          : shared.length === own.length && own.length === others.length;
      return holds ? 'met' : 'not-met';
    },
  );
  const missing = [clause.fact, clause.other].filter((name) => scene.fact(name)?.value === undefined);
  return {
    ...result,
    found: `${result.found ?? ''} and ${valueInWords(other, declaration)}`,
    evidence: [...result.evidence, ...(other?.evidence ?? [])],
    missing: result.status === 'unknown' ? missing : [],
  };
};
