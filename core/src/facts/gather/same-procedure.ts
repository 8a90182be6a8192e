import type { Procedure } from '../../model/procedure.ts';

/** Two tellings of one procedure: same kind and, level by level, the same places and sides. */
export function sameProcedure(one: Omit<Procedure, 'id'>, other: Omit<Procedure, 'id'>): boolean {
  return one.kind === other.kind && places(one) === places(other);
}

function places(procedure: Omit<Procedure, 'id'>): string {
  return procedure.targets
    .map((target) => `${target.name ?? '?'} ${target.side ?? '?'}`)
    .toSorted()
    .join('|');
}
