import { durationIn, isDuration, type DurationUnit } from '../../model/duration.ts';
import type { Comparison } from '../../model/law/clause.ts';
import { factClause } from '../fact-clause.ts';
import type { OperatorFunction } from '../scene.ts';
import { limitInWords, limitValue } from '../words.ts';

const HOLDS: Readonly<Record<Comparison, (value: number, limit: number) => boolean>> = {
  'at-least': (value, limit) => value >= limit,
  'at-most': (value, limit) => value <= limit,
  'more-than': (value, limit) => value > limit,
  'less-than': (value, limit) => value < limit,
};

/** A number against a limit; a duration is converted to the unit in which the fact is measured. */
export const compare: OperatorFunction<Comparison> = (clause, frame) => {
  const declaration = frame.words.declaration(clause.fact);
  const limit = limitValue(clause.limit, frame);
  const number = isDuration(limit) ? durationIn(limit, (declaration?.unit ?? 'days') as DurationUnit) : limit;
  const holds = HOLDS[clause.operator];
  return factClause(clause, frame, {
    condition: () => `${clause.operator.replace('-', ' ')} ${limitInWords(clause.limit, frame, declaration)}`,
    judge: (value) => (typeof value !== 'number' ? 'unknown' : holds(value, number) ? 'met' : 'not-met'),
    limit: clause.limit,
  });
};
