import type { OperatorFunction } from '../scene.ts';
import { judgeFact } from '../leaf.ts';
import { plain } from '../words.ts';

/** The value is the one named, or one of those named. */
export const is: OperatorFunction<'is'> = (clause, scene) =>
  judgeFact(clause, scene, `is ${clause.values.map(plain).join(' or ')}`, (value) =>
    clause.values.some((wanted) => wanted === value) ? 'met' : 'not-met',
  );
