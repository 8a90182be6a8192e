import type { OperatorFunction } from '../scene.ts';
import { judgeFact, listOf } from '../leaf.ts';

/** The list contains at least one of the words named. */
export const includes: OperatorFunction<'includes'> = (clause, scene) =>
  judgeFact(
    clause,
    scene,
    () => `include ${clause.words.join(' or ')}`,
    (value) => (listOf(value).some((word) => clause.words.includes(word)) ? 'met' : 'not-met'),
  );
