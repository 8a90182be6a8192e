import type { OperatorFunction } from '../scene.ts';
import { judgeFact } from '../leaf.ts';

/** The chart states it at all. Silence is unknown, which becomes a question. */
export const documented: OperatorFunction<'documented'> = (clause, scene) =>
  judgeFact(
    clause,
    scene,
    () => 'is documented',
    () => 'met',
  );
