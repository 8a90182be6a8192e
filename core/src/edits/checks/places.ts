import { BIT } from '../modifier-bits.ts';
import { report, type Scope } from '../scope.ts';

const PROCEDURES: ReadonlySet<string> = new Set(['procedure', 'add-on']);

/** Does the place of service fit the code, and is the professional part marked where a facility owns the equipment? */
export function checkPlaces(scope: Scope): void {
  if (scope.claim.type !== 'professional') return;
  const { lists } = scope.law;
  const anyPlace = scope.lines.some((line) => line.place !== undefined);
  for (const line of scope.lines) {
    const { place, record, raw } = line;
    if (place === undefined) {
      // A claim without any place comes from a note: the place is then asked for as context, not edited.
      if (anyPlace) report(scope, 'place/missing', { line, field: 'place-of-service' }, { line: raw.number });
      continue;
    }
    if (!record) continue;
    const words = { code: raw.code, place };
    const facility = lists['facility-places']?.has(place) ?? false;
    if (lists['remote-places']?.has(place) && PROCEDURES.has(record.role))
      report(scope, 'place/remote', { line, field: 'place-of-service' }, words);
    else if (record.office === false && !facility)
      report(scope, 'place/facility-only', { line, field: 'place-of-service' }, words);
    if (facility && record.parts === true && (line.bits & BIT.parts) === 0)
      report(scope, 'place/professional-part', { line, field: 'modifiers' }, words);
  }
}
