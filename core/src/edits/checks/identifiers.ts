import type { ClaimField, Party } from '../../model/claim.ts';
import { report, type Scope } from '../scope.ts';

/** National provider identifiers: ten digits with a check digit. */
export function checkIdentifiers(scope: Scope): void {
  const { claim } = scope;
  const check = (party: Party | undefined, role: string, field: ClaimField) => {
    if (party?.npi !== undefined && !isNpi(party.npi)) report(scope, 'identifier/npi', { field }, { role });
  };
  check(claim.billing, 'billing', 'billing-npi');
  // A claim from a note or a form need not say who bills; who has no address was not named in the file either.
  if (claim.chargeTotal !== undefined && claim.billing?.zip !== undefined && claim.billing.npi === undefined)
    report(scope, 'identifier/npi-missing', { field: 'billing-npi' }, {});
  check(claim.rendering, 'rendering', 'rendering-npi');
  check(claim.facility, 'facility', 'facility-npi');
  check(claim.referring, 'referring', 'referring-npi');
  check(claim.supervising, 'supervising', 'supervising-npi');
  check(claim.attending, 'attending', 'attending-npi');
  check(claim.operating, 'operating', 'operating-npi');
  for (const line of scope.lines) {
    const { rendering, ordering, supervising, facility } = line.raw;
    if (rendering?.npi !== undefined && !isNpi(rendering.npi))
      report(scope, 'identifier/npi', { line, field: 'rendering-npi' }, { role: 'rendering' });
    if (ordering?.npi !== undefined && !isNpi(ordering.npi))
      report(scope, 'identifier/npi', { line, field: 'ordering-npi' }, { role: 'ordering' });
    if (supervising?.npi !== undefined && !isNpi(supervising.npi))
      report(scope, 'identifier/npi', { line, field: 'supervising-npi' }, { role: 'supervising' });
    if (facility?.npi !== undefined && !isNpi(facility.npi))
      report(scope, 'identifier/npi', { line, field: 'facility-npi' }, { role: 'facility' });
  }
}

/** The check digit is computed as for a card number over the prefix of health identifiers and the first nine digits; the prefix adds 24. */
export function isNpi(text: string): boolean {
  if (text.length !== 10) return false;
  let sum = 24;
  for (let at = 0; at < 10; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
    const doubled = at < 9 && at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  const first = text.charCodeAt(0);
  return (first === 49 || first === 50) && sum % 10 === 0;
}
