import { isStay } from '../kind-of-claim.ts';
import { report, type Line, type Scope } from '../scope.ts';

/** Is there a date, and does it agree with the others? */
export function checkDates(scope: Scope): void {
  const { claim, lines } = scope;
  if (lines.length === 0) report(scope, 'line/none', { field: 'claim' }, {});
  if (lines.length > 50 && claim.billType === undefined)
    report(scope, 'line/too-many', { field: 'claim' }, { count: lines.length });
  for (const line of lines) {
    const { from, through, number } = line.raw;
    const at = { line, field: 'date' } as const;
    if (from === undefined) {
      if (needsDay(scope, line)) report(scope, 'date/missing', at, { line: number });
      continue;
    }
    if (through !== undefined && through < from)
      report(scope, 'date/reversed', at, { line: number, date: from, through });
    if (claim.patientBirthDate !== undefined && from < claim.patientBirthDate)
      report(scope, 'date/before-birth', at, { line: number, date: from });
    if (claim.submittedOn !== undefined && from > claim.submittedOn)
      report(scope, 'date/after-submission', at, { line: number, date: from });
    else if (claim.submittedOn !== undefined && through !== undefined && through > claim.submittedOn)
      report(scope, 'date/after-submission', at, { line: number, date: through });
    const { statementFrom: first, statementThrough: last } = claim;
    if (first !== undefined && last !== undefined && first <= last && (from < first || (through ?? from) > last))
      report(scope, 'date/outside-statement', at, {
        line: number,
        date: from < first ? from : (through ?? from),
        first,
        last,
      });
  }
}

/** An institutional claim has its own days: lines of a stay, and lines under a revenue code alone, need none. */
function needsDay({ claim, law }: Scope, { raw }: Line): boolean {
  return claim.billType === undefined || (raw.code !== '' && !isStay(claim, law));
}
