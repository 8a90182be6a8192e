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

/** The same, with a code a side where both sides have the condition and no code speaks of both. */
export function chooseForSides(
  condition: Condition,
  anatomy: Anatomy,
  stated: ReadonlySet<string>,
  on: IsoDate | undefined,
): DiagnosisChoice[] {
  const choice = chooseDiagnosis(condition, anatomy, stated, on);
  if (!choice || choice.side || anatomy.side !== 'bilateral') return choice ? [choice] : [];
  const sides = (['right', 'left'] as const).flatMap((side) => {
    const one = chooseDiagnosis(condition, { ...anatomy, side }, stated, on);
    return one?.side === side ? [one] : [];
  });
  return sides.length === 2 ? sides : [choice];
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
