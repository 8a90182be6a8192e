import type { Condition } from '../../model/law/diagnosis.ts';
import { phrase, type Phrase } from './phrase.ts';

export interface PreparedCondition {
  readonly condition: Condition;
  readonly phrases: readonly Phrase[];
}

export type PreparedDiagnoses = readonly PreparedCondition[];

export function prepareDiagnoses(conditions: readonly Condition[]): PreparedDiagnoses {
  return conditions.map((condition) => ({ condition, phrases: condition.names.map(phrase) }));
}
