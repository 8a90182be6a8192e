import { addDays, type IsoDate } from '../model/date.ts';
import type { Program, ProgramNumber } from '../model/law/program.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';

/** Last day on which a decision is valid, the day of the decision being day one. */
export function validThrough(number: Pick<ProgramNumber, 'validDays'>, decidedOn: IsoDate): IsoDate {
  return addDays(decidedOn, number.validDays - 1);
}

/** What is wrong with a number as it is written; undefined when nothing is. */
export function malformed(number: ProgramNumber, text: string): string | undefined {
  if (text.length !== number.length) return `has ${text.length} characters; ${number.length} are expected`;
  return new RegExp(number.pattern).test(text.toUpperCase())
    ? undefined
    : 'does not have the form of a tracking number';
}

/** Where the number belongs for this service: on the facility's claim where a facility bills, else on the own one. */
export function placeOfNumber({ number }: Program, { placeOfService, claimType }: ResolvedContext): string | undefined {
  if (!number) return undefined;
  if (claimType === 'hospital-opd') return number.institutional;
  if (claimType === 'asc') return number.professional;
  if (placeOfService === undefined || !number.facilityPlaces.includes(placeOfService)) return number.professional;
  return `On the facility's claim, not on the practitioner's. ${placeOfService === '24' ? number.professional : number.institutional}`;
}

/** True when this claim is the one that bears the number. */
export function bearsNumber({ number }: Program, { placeOfService, claimType }: ResolvedContext): boolean {
  if (!number) return false;
  if (claimType === 'hospital-opd' || claimType === 'asc') return true;
  return placeOfService !== undefined && !number.facilityPlaces.includes(placeOfService);
}
