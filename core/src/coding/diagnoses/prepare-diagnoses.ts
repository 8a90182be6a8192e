import type { Condition } from '../../model/law/diagnosis.ts';
import { NameIndex } from './name-index.ts';

/** The conditions, found by any of their names. */
export type PreparedDiagnoses = NameIndex<Condition>;

export function prepareDiagnoses(conditions: readonly Condition[]): PreparedDiagnoses {
  return new NameIndex(conditions.flatMap((condition) => condition.names.map((name) => [name, condition] as const)));
}
