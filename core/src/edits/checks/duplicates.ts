import { BIT } from '../modifier-bits.ts';
import { report, together, type Line, type Scope } from '../scope.ts';

/** The same service twice, on this claim or on an earlier one that this claim does not replace. */
export function checkDuplicates(scope: Scope): void {
  const replaces = scope.claim.frequency === '7' || scope.claim.frequency === '8';
  scope.lines.forEach((line, index) => {
    // Two lines under a revenue code alone tell of no service that could be the same.
    if (line.raw.code === '') return;
    const same = (other: Line) =>
      other.key === line.key && other.raw.code === line.raw.code && together(line, other) && sameModifiers(line, other);
    const repeated = scope.lines
      .slice(0, index)
      .find((other) => other.raw.revenueCode === line.raw.revenueCode && same(other));
    if (repeated && (line.bits & BIT.distinct) === 0)
      report(
        scope,
        'line/repeated',
        { line, field: 'line' },
        { line: line.raw.number, other: repeated.raw.number, code: line.raw.code },
      );
    if (replaces) return;
    const earlier = scope.all.find((other) => !other.own && other.raw.units === line.raw.units && same(other));
    if (earlier)
      report(
        scope,
        'line/sent-before',
        { line, field: 'line' },
        { code: line.raw.code, date: line.raw.from ?? '', claim: earlier.claim.id },
      );
  });
}

function sameModifiers(one: Line, other: Line): boolean {
  const [left, right] = [one.raw.modifiers, other.raw.modifiers];
  return left.length === right.length && left.every((modifier) => right.includes(modifier));
}
