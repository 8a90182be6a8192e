import type { Condition } from '../../model/law/diagnosis.ts';
import { phraseTest } from './phrase.ts';

export interface PreparedCondition {
  readonly condition: Condition;
  readonly tests: readonly RegExp[];
}

export type PreparedDiagnoses = readonly PreparedCondition[];

export function prepareDiagnoses(conditions: readonly Condition[]): PreparedDiagnoses {
  return conditions.map((condition) => ({ condition, tests: condition.names.map(phraseTest) }));
}
