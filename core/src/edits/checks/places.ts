import { BIT } from '../modifier-bits.ts';
import { report, type Line, type Scope } from '../scope.ts';
import { isListed } from './listed.ts';

const PROCEDURES: ReadonlySet<string> = new Set(['procedure', 'add-on']);

/** Does the place of service fit the code, and is the professional part marked where a facility owns the equipment? */
export function checkPlaces(scope: Scope): void {
  if (scope.kind !== 'professional') return;
  const { lists } = scope.law;
  // A claim without any place and without a total comes from a note: the place is then asked for as context, not edited.
  const asksPlace = scope.claim.chargeTotal !== undefined || scope.lines.some((line) => line.place !== undefined);
  for (const line of scope.lines) {
    const { place, record, raw } = line;
    if (place === undefined) {
      if (asksPlace) report(scope, 'place/missing', { line, field: 'place-of-service' }, { line: raw.number });
      continue;
    }
    const words = { code: raw.code, place };
    checkPlace(scope, line, place);
    if (!record) continue;
    const facility = lists['facility-places']?.has(place) ?? false;
    const handsOn = PROCEDURES.has(record.role) || lists['hands-on']?.has(raw.code) === true;
    if (handsOn && lists['remote-places']?.has(place))
      report(scope, 'place/remote', { line, field: 'place-of-service' }, words);
    else if (record.office === false && !facility)
      report(scope, 'place/facility-only', { line, field: 'place-of-service' }, words);
    if (facility && record.parts === true && (line.bits & BIT.parts) === 0)
      report(scope, 'place/professional-part', { line, field: 'modifiers' }, words);
  }
}

/** A place that no list has: no number of two digits, or none that was given out when the list was made. */
function checkPlace(scope: Scope, line: Line, place: string): void {
  if (isPlace(scope, line, place)) return;
  const id = /^\d\d$/.test(place) && place !== '00' ? 'place/unlisted' : 'place/malformed';
  report(scope, id, { line, field: 'place-of-service' }, { line: line.raw.number, place });
}

/** A place of the library's list, or of the imported list of the day, which may be newer. */
function isPlace({ law }: Scope, { day }: Line, place: string): boolean {
  if (law.lists['places']?.has(place) !== false) return true;
  const imported = law.agency.places.on(day);
  return imported !== undefined && isListed(imported, place);
}

/** A facility place has a facility, and that is not the office of the one who bills. */
export function checkFacility(scope: Scope): void {
  const { claim } = scope;
  if (claim.type !== 'professional') return;
  const { billing, placeOfService: place } = claim;
  // Every line may name its own.
  const facility =
    claim.facility ?? (claim.lines.every((line) => line.facility) ? claim.lines[0]?.facility : undefined);
  if (place === undefined || !scope.law.lists['named-facility-places']?.has(place)) return;
  const at = { field: 'place-of-service' } as const;
  if (facility === undefined) {
    // A claim made from a note names no parties at all.
    if (billing?.npi !== undefined || claim.chargeTotal !== undefined)
      report(scope, 'place/facility-unnamed', at, { place });
  } else if (
    facility.street === undefined || billing?.street === undefined
      ? facility.npi !== undefined && facility.npi === billing?.npi
      : facility.street === billing.street && facility.zip === billing.zip
  )
    report(scope, 'place/own-address', at, { place });
}
