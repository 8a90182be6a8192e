import { dayNumber } from '../../model/date.ts';
import { report, together, type Line, type Scope } from '../scope.ts';
import { editionInWords } from '../tables/editions.ts';

/** Units per line or per day against the published value. All units of the day are added, modifiers aside. */
export function checkUnits(scope: Scope): void {
  const { lists } = scope.law;
  scope.lines.forEach((line, index) => {
    const { raw } = line;
    const at = { line, field: 'units' } as const;
    if (!(raw.units > 0)) {
      report(scope, 'units/not-positive', at, { line: raw.number, units: raw.units });
      return;
    }
    if (!Number.isInteger(raw.units) && line.record && line.record.role !== 'drug')
      report(scope, 'units/fraction', at, { line: raw.number, units: raw.units, code: raw.code });
    if (lists['guidance-once']?.has(raw.code)) {
      if (raw.units > 1) report(scope, 'units/guidance', at, { code: raw.code, units: raw.units });
      return;
    }
    const table = line.day < 0 ? undefined : scope.law.units.on(line.day);
    const found = table?.find(line.key) ?? -1;
    if (!table || found < 0) return;
    const by = found & 3;
    const limit = (found >> 2) * (scope.claim.type === 'asc' && by !== 1 && line.record?.bilateral === 1 ? 2 : 1);
    const edition = editionInWords(table.edition, raw.from, scope.claim.type, table.confirmed(line.key));
    const words = { code: raw.code, limit, edition, date: raw.from ?? '' };
    if (limit === 0) return report(scope, 'units/none-allowed', at, words);
    if (by === 1) {
      if (perDay(line) > limit) report(scope, 'units/line', at, { ...words, units: raw.units });
      return;
    }
    // The first line of a code speaks for the day.
    const sameDay = scope.all.filter((other) => other.key === line.key && together(line, other));
    if (scope.lines.indexOf(sameDay.find((other) => other.own) ?? line) !== index) return;
    const units = sameDay.reduce((sum, other) => sum + perDay(other), 0);
    if (units <= limit) return;
    const forms = line.record?.bilateral === 1 ? ' Both sides of one level are one unit with 50.' : '';
    report(scope, by === 2 ? 'units/day-absolute' : 'units/day', at, { ...words, units, forms });
  });
}

/** Units of a span of days are divided by its days and rounded. */
function perDay(line: Line): number {
  const { units, through } = line.raw;
  if (through === undefined || line.day < 0) return units;
  const days = dayNumber(through) - line.day + 1;
  return days > 1 ? Math.round(units / days) : units;
}
