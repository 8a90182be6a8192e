import { IN } from '../list-bits.ts';
import { report, type Scope } from '../scope.ts';

/** The shortest time that the first period of moderate sedation stands for. */
const FIRST_MINUTES = 10;

/** Sedation that is too short for its code, or told where it has no price. */
export function checkSedation(scope: Scope): void {
  for (const line of scope.lines) {
    const { raw, lists, place } = line;
    if ((lists & (IN['sedation-first'] | IN['technical-only'])) === 0) continue;
    if ((lists & IN['sedation-first']) !== 0 && raw.unitKind === 'minutes' && raw.units < FIRST_MINUTES)
      report(scope, 'sedation/too-short', { line, field: 'units' }, { code: raw.code, minutes: raw.units });
    const facility = place !== undefined && (scope.law.lists['facility-places']?.has(place) ?? false);
    if ((lists & IN['technical-only']) !== 0 && facility && scope.kind === 'professional')
      report(scope, 'sedation/facility', { line, field: 'code' }, { code: raw.code, place });
  }
}
