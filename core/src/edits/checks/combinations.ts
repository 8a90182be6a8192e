import { isInForce } from '../../model/period.ts';
import { BIT } from '../modifier-bits.ts';
import { report, together, type Line, type Scope } from '../scope.ts';

const PERIODS: ReadonlySet<string> = new Set(['000', '010', '090']);

/** A line that is never paid beside another one of the same provider and day, as the law's combinations say. */
export function checkCombinations(scope: Scope): void {
  for (const line of scope.lines) {
    const { beside } = line.sheet;
    for (const prepared of beside) {
      const { rule, codes, families } = prepared;
      if (line.raw.from !== undefined && !isInForce(rule, line.raw.from)) continue;
      const other = scope.all.find(
        (one) =>
          one !== line &&
          together(line, one) &&
          (codes.has(one.raw.code) ||
            (one.record !== undefined && families.has(one.record.family) && PERIODS.has(one.record.global ?? ''))),
      );
      if (!other || (rule.unlessPair === true && pairSpeaks(scope, line, other))) continue;
      const words = {
        code: line.raw.code,
        line: line.raw.number,
        other: other.raw.code,
        otherline: other.raw.number,
      };
      report(scope, rule.rule, { line, field: 'code' }, words);
      break;
    }
  }
}

/** A pair edit of the two lines was told already, or their distinctness is claimed. */
function pairSpeaks(scope: Scope, line: Line, other: Line): boolean {
  if (((line.bits | other.bits) & BIT.distinct) !== 0) return true;
  return scope.findings.some(
    (found) => found.id.startsWith('edit/pair/') && (found.line === line.raw.number || found.line === other.raw.number),
  );
}

/** More days with a kind of service than auditors expect; counts this claim and the earlier ones that are known. */
export function checkOutliers(scope: Scope): void {
  if (scope.all.length === scope.lines.length) return;
  for (const rule of scope.law.outliers) {
    const meant = (line: Line) =>
      rule.codes.includes(line.raw.code) ||
      (line.record?.role === 'procedure' && rule.families.includes(line.record.family));
    const line = scope.lines.find((one) => one.day >= 0 && meant(one));
    if (!line) continue;
    const days = new Set<number>();
    for (const one of scope.all)
      if (one.day >= 0 && one.day <= line.day && one.day > line.day - rule.days && meant(one)) days.add(one.day);
    if (days.size > rule.limit)
      report(
        scope,
        rule.rule,
        { line, field: 'date' },
        { count: days.size, days: rule.days, limit: rule.limit, date: line.raw.from ?? '' },
      );
  }
}
