import { BIT } from '../modifier-bits.ts';
import { IN } from '../list-bits.ts';
import { report, together, type Line, type Scope } from '../scope.ts';

/** International unit, gram, milligram, milliliter, unit. */
const UNITS: ReadonlySet<string> = new Set(['F2', 'GR', 'ME', 'ML', 'UN']);

/** Discarded drug is told beside the drug given, and never beside the statement that nothing was discarded. */
export function checkDrugs(scope: Scope): void {
  for (const line of scope.lines) {
    checkNumber(scope, line);
    if ((line.lists & IN['single-dose']) !== 0) checkWasteTold(scope, line);
    if ((line.bits & BIT.wasted) === 0) continue;
    const same = scope.all.filter((other) => other !== line && other.key === line.key && together(line, other));
    const at = { line, field: 'modifiers' } as const;
    if ((line.bits & BIT['no-waste']) === 0 && !same.some((other) => (other.bits & BIT.wasted) === 0))
      report(scope, 'drug/waste-alone', at, { code: line.raw.code });
    if (same.some((other) => (other.bits & BIT['no-waste']) !== 0))
      report(scope, 'drug/waste-and-none', at, { code: line.raw.code });
    checkContainers(scope, line, same);
  }
}

/** A single-dose container is told with its waste or with none; only for payers that follow the fee schedule. */
function checkWasteTold(scope: Scope, line: Line): void {
  if (!scope.law.lists['fee-schedule-payers']?.has(scope.context.payer ?? '')) return;
  const told = BIT.wasted | BIT['no-waste'];
  if (
    scope.lines.some(
      (other) => other.key === line.key && (other === line || together(line, other)) && (other.bits & told) !== 0,
    )
  )
    return;
  report(scope, 'drug/waste-not-told', { line, field: 'modifiers' }, { code: line.raw.code });
}

function checkContainers(scope: Scope, line: Line, same: readonly Line[]): void {
  const { container } = line.sheet;
  if (container === undefined) return;
  const given = same.reduce((sum, other) => sum + ((other.bits & BIT.wasted) === 0 ? other.raw.units : 0), 0);
  const total = given + line.raw.units;
  if (given === 0 || total % container === 0) return;
  const words = { code: line.raw.code, given, wasted: line.raw.units, total, container };
  report(scope, 'drug/containers', { line, field: 'units' }, words);
}

/** The national drug number: eleven digits, and there at all where the payer asks for it. */
function checkNumber(scope: Scope, line: Line): void {
  const { ndc, number, code } = line.raw;
  if (ndc === undefined) {
    const filing = scope.claim.payer?.filing;
    if (line.record?.role === 'drug' && filing !== undefined && scope.law.lists['ndc-filings']?.has(filing))
      report(scope, 'drug/ndc-missing', { line, field: 'ndc' }, { line: number, code });
  } else if (!/^\d{11}$/.test(ndc)) report(scope, 'drug/ndc', { line, field: 'ndc' }, { line: number });
  // A line that came from a note or a form tells the number alone.
  else if (scope.claim.chargeTotal !== undefined) {
    const { ndcQuantity = 0, ndcUnit = '' } = line.raw;
    if (ndcQuantity > 0 && UNITS.has(ndcUnit)) return;
    const field = ndcQuantity > 0 ? 'ndc-unit' : 'ndc-quantity';
    report(scope, 'drug/ndc-quantity', { line, field }, { line: number });
  }
}
