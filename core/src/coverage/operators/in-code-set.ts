import { inSet, type OperatorFunction } from '../scene.ts';
import { judgeFact, listOf } from '../leaf.ts';

/** Any code of the list is in the set on the date of service; with `only`, every code is. An empty list has none. */
export const inCodeSet: OperatorFunction<'in-code-set' | 'only-in-code-set'> = (clause, scene) => {
  const test = inSet(scene, clause.set);
  const only = clause.operator === 'only-in-code-set';
  const condition = () => `${only ? 'are only from' : 'include one of'}: ${scene.words.setTitle(clause.set)}`;
  return judgeFact(clause, scene, condition, (value) => {
    const codes = listOf(value);
    const holds = only ? codes.length > 0 && codes.every(test) : codes.some(test);
    return holds ? 'met' : 'not-met';
  });
};
