import type { DiagnosisChoice } from '../../model/law/diagnosis.ts';

/** A code that was chosen for a condition, with the regions of the spine that the chart names for it. */
export interface ChosenCode {
  readonly condition: string;
  readonly choice: DiagnosisChoice;
  readonly regions: readonly string[];
}

/**
 * True when another code of the same part of the spine says the condition already: radiculopathy beside a disc disorder
 * with radiculopathy. The two exclude each other in the classification.
 */
export function isCombined(one: ChosenCode, all: readonly ChosenCode[]): boolean {
  return all.some(
    ({ condition, choice, regions }) =>
      condition !== one.condition &&
      choice.codedBeside !== true &&
      choice.with?.includes(one.condition) === true &&
      isNear(regions, one.regions),
  );
}

/** Whether two lists of regions can mean one part of the spine; a list that is empty says nothing against it. */
export function isNear(one: readonly string[], other: readonly string[]): boolean {
  const wide = one.map(part);
  return one.length === 0 || other.length === 0 || other.some((region) => wide.includes(part(region)));
}

/** Border regions belong to both neighbours: only neck, mid back and low back are told apart. */
function part(region: string): string {
  if (region === 'cervicothoracic' || region === 'occipital') return 'cervical';
  return region === 'thoracolumbar' || region === 'lumbosacral' || region === 'sacral' ? 'lumbar' : region;
}
