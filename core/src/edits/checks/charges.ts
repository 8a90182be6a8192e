import { cents, decimalFromCents } from '../../model/money.ts';
import { report, type Scope } from '../scope.ts';

/** Do the charges of the lines add up to the charge of the claim? A claim without any charge comes from a note. */
export function checkCharges(scope: Scope): void {
  const { claim, lines } = scope;
  const charged = lines.filter((line) => line.raw.charge !== undefined);
  if (charged.length === 0) return;
  for (const line of lines)
    if (line.raw.charge === undefined)
      report(scope, 'charge/missing', { line, field: 'charge' }, { line: line.raw.number });
  for (const line of charged)
    if ((line.raw.charge ?? 0) < 0)
      report(scope, 'charge/negative', { line, field: 'charge' }, { line: line.raw.number });
  if (claim.chargeTotal === undefined || charged.length !== lines.length) return;
  const sum = cents(charged.reduce((total, line) => total + (line.raw.charge ?? 0), 0));
  if (sum !== claim.chargeTotal)
    report(
      scope,
      'charge/unbalanced',
      { field: 'charge-total' },
      { total: decimalFromCents(claim.chargeTotal), sum: decimalFromCents(sum) },
    );
}
