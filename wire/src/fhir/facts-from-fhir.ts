import { daysBetween, type IsoDate } from '@interspace/core/model/date';
import type { FactName } from '@interspace/core/model/fact-name';
import type { StatedFacts } from '@interspace/core/model/review-input';
import { codings } from './codes.ts';
import type { FhirNode } from './fhir-node.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { isSystem } from './systems.ts';

export type StatedValue = StatedFacts[string];

/** One stated fact and the resource that states it. */
export interface FactRead {
  readonly fact: string;
  readonly value: StatedValue;
  readonly path: string;
  readonly on?: IsoDate | undefined;
  /** `manual`, `override` or `auto`, when a form says where an answer comes from. */
  readonly origin?: string | undefined;
}

type Make = (value: number) => readonly (readonly [FactName, StatedValue])[];

const score =
  (scale: string): Make =>
  (value) =>
    value >= 0 && value <= 10
      ? [
          ['pain.baseline-score', value],
          ['pain.scale-name', scale],
          ['pain.scale-baseline-documented', true],
        ]
      : [];

/** LOINC codes of measurements that are facts of ours. */
const SCORES: Readonly<Record<string, Make>> = {
  '72514-3': score('nrs'),
  '38208-5': score('unnamed-0-10'),
  '38214-3': score('vas'),
  '38221-8': score('faces'),
  '91147-9': score('peg'),
};

/** A score older than this is not the baseline of a procedure. */
const BASELINE_DAYS = 90;
const PREGNANCY = '82810-3';
const FINAL = ['final', 'amended', 'corrected'];

/** Facts that Observations state: the latest score before the day of the service, and pregnancy on it. */
export function readObservations(
  shelf: Shelf,
  on: IsoDate | undefined,
  mine: (shelved: Shelved) => boolean,
): FactRead[] {
  const scores: { on: IsoDate; node: FhirNode; facts: readonly (readonly [FactName, StatedValue])[] }[] = [];
  const stated: FactRead[] = [];
  for (const shelved of shelf.of('Observation').filter(mine)) {
    const { node } = shelved;
    const status = node.text('status');
    const code = codings(node.child('code')).find(
      (one) => isSystem('loinc', one.system) && (SCORES[one.code] !== undefined || one.code === PREGNANCY),
    )?.code;
    if (code === undefined) {
      node.leave('no code of a measurement that is read');
      continue;
    }
    if (status !== undefined && !FINAL.includes(status)) {
      node.leave('the observation is not final');
      continue;
    }
    const day = node.day('effectiveDateTime') ?? node.child('effectivePeriod')?.day('start') ?? node.day('issued');
    const age = on === undefined || day === undefined ? undefined : daysBetween(day, on);
    if (age === undefined || age < 0 || age > BASELINE_DAYS) {
      node.leave(
        age === undefined
          ? 'not known to be before the service'
          : age < 0
            ? 'after the service'
            : 'too old to be the baseline',
      );
      continue;
    }
    if (code === PREGNANCY) {
      const pregnant = codings(node.child('valueCodeableConcept')).flatMap((one) =>
        one.code === '77386006' ? [true] : one.code === '60001007' ? [false] : [],
      )[0];
      if (pregnant === undefined || age > 14) node.leave('does not say it for the day of the service');
      else stated.push({ fact: 'patient.pregnant', value: pregnant, path: node.path, on: day });
      continue;
    }
    const value = node.child('valueQuantity')?.number('value') ?? node.number('valueInteger');
    const facts = value === undefined ? [] : (SCORES[code]?.(value) ?? []);
    if (facts.length === 0 || day === undefined) node.leave('no value between 0 and 10');
    else scores.push({ on: day, node, facts });
  }
  const latest = scores.toSorted((one, other) => (one.on < other.on ? 1 : -1))[0];
  for (const one of scores) if (one !== latest) one.node.leave('a later score is there');
  for (const [fact, value] of latest?.facts ?? [])
    stated.push({ fact, value, path: latest?.node.path ?? '', on: latest?.on });
  return stated;
}

/** Whole years on the day. */
export function ageOn(birthDate: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
