import type { IsoDate } from '../../model/date.ts';
import type { Condition, DiagnosisChoice } from '../../model/law/diagnosis.ts';
import { isInForce } from '../../model/period.ts';
import type { Anatomy } from './anatomy-words.ts';

/** The first code of a condition whose conditions hold for this chart and date; undefined when none does. */
export function chooseDiagnosis(
  condition: Condition,
  anatomy: Anatomy,
  stated: ReadonlySet<string>,
  on: IsoDate | undefined,
): DiagnosisChoice | undefined {
  return condition.codes.find((choice) => holds(choice, anatomy, stated, on));
}

function holds(
  choice: DiagnosisChoice,
  anatomy: Anatomy,
  stated: ReadonlySet<string>,
  on: IsoDate | undefined,
): boolean {
  // Without a date of service only what is valid to this day can be meant.
  if (on === undefined ? choice.through !== undefined : !isInForce(choice, on)) return false;
  if (choice.region && !choice.region.some((region) => anatomy.regions.includes(region))) return false;
  if (choice.level && !choice.level.some((level) => anatomy.levels.includes(level))) return false;
  if (choice.part && !choice.part.some((part) => anatomy.parts.includes(part))) return false;
  if (choice.side && choice.side !== anatomy.side) return false;
  if (choice.with?.some((condition) => !stated.has(condition))) return false;
  return !choice.without?.some((condition) => stated.has(condition));
}
