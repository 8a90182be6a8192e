import { dayNumber } from '../../model/date.ts';
import { IN } from '../list-bits.ts';
import { BIT } from '../modifier-bits.ts';
import { tablesFor } from '../prepare-edits.ts';
import { report, together, type Line, type Scope } from '../scope.ts';
import { editionInWords } from '../tables/editions.ts';

/** Units per line or per day against the published value. All units of the day are added, modifiers aside. */
export function checkUnits(scope: Scope): void {
  const tables = tablesFor(scope.law, scope.kind).units;
  scope.lines.forEach((line) => {
    const { raw } = line;
    const at = { line, field: 'units' } as const;
    if (!(raw.units > 0)) {
      report(scope, 'units/not-positive', at, { line: raw.number, units: Number.isNaN(raw.units) ? 'no' : raw.units });
      return;
    }
    if (!Number.isInteger(raw.units) && line.record && line.record.role !== 'drug')
      report(scope, 'units/fraction', at, { line: raw.number, units: raw.units, code: raw.code });
    if ((line.lists & IN['guidance-once']) !== 0) {
      const units = guidanceUnits(scope, line);
      if (units > 1) report(scope, 'units/guidance', at, { code: raw.code, units });
      return;
    }
    checkOne(scope, line);
    if (line.day < 0) return;
    let table = tables.on(line.day);
    let found = table?.find(line.key) ?? -1;
    if (found < 0) found = (table = tables.beyond(line.day))?.find(line.key) ?? -1;
    if (!table || found < 0) return;
    const by = found & 3;
    const limit = (found >> 2) * (scope.kind === 'asc' && by !== 1 && line.record?.bilateral === 1 ? 2 : 1);
    const edition = editionInWords(table.edition, raw.from, scope.kind, table.confirmed(line.key));
    const words = { code: raw.code, limit, edition, date: raw.from ?? '' };
    if (limit === 0) {
      // What no practitioner is paid a hospital may be.
      const foreign = scope.kind === 'hospital-opd' && table.edition.setting !== 'hospital';
      if (!foreign) report(scope, 'units/none-allowed', at, words);
      return;
    }
    if (by === 1) {
      if (perDay(line) > limit) report(scope, 'units/line', at, { ...words, units: raw.units });
      return;
    }
    if (!firstOfDay(scope, line)) return;
    const units = unitsOfDay(scope, line);
    if (units <= limit) return;
    const forms = line.record?.bilateral === 1 ? ' Both sides of one level are one unit with 50.' : '';
    report(scope, by === 2 ? 'units/day-absolute' : 'units/day', at, { ...words, units, forms });
  });
}

/** Several units where one nerve or one joint is one unit: the claim cannot show how many there were. */
function checkOne(scope: Scope, line: Line): void {
  const { raw, lists } = line;
  if (raw.units > 1) {
    const words = { code: raw.code, units: raw.units };
    if ((lists & IN['one-nerve']) !== 0) report(scope, 'units/one-nerve', { line, field: 'units' }, words);
    if ((lists & IN['one-joint']) !== 0 && (line.bits & (BIT.left | BIT.right)) !== 0)
      report(scope, 'units/one-joint', { line, field: 'units' }, words);
    if (raw.through !== undefined && raw.from !== undefined && raw.through > raw.from)
      report(
        scope,
        'units/span',
        { line, field: 'date' },
        { line: raw.number, units: raw.units, days: dayNumber(raw.through) - line.day + 1 },
      );
  }
}

/** The picture and its reading are two parts of one unit; else the first line speaks for the day. */
function guidanceUnits(scope: Scope, line: Line): number {
  const isPart = ({ bits }: Line) => (bits & BIT.parts) !== 0;
  const other = (one: Line) => one.key === line.key && one.bits !== line.bits && isPart(one);
  if (isPart(line) && scope.lines.some(other)) return line.raw.units;
  return firstOfDay(scope, line) ? unitsOfDay(scope, line) : 0;
}

/** The first line of a code speaks for the day. */
function firstOfDay({ lines }: Scope, line: Line): boolean {
  return !lines.some((other) => other.key === line.key && together(line, other) && before(lines, other, line));
}

function before(lines: readonly Line[], one: Line, other: Line): boolean {
  return lines.indexOf(one) < lines.indexOf(other);
}

function unitsOfDay({ all }: Scope, line: Line): number {
  return all.reduce((sum, other) => {
    const counts = other === line || (other.key === line.key && together(line, other));
    return counts ? sum + perDay(other) : sum;
  }, 0);
}

/** Units of a span of days are divided by its days and rounded; minutes are those of one service. */
function perDay(line: Line): number {
  const { units, through, unitKind } = line.raw;
  if (unitKind === 'minutes') return 1;
  if (through === undefined || line.day < 0) return units;
  const days = dayNumber(through) - line.day + 1;
  return days > 1 ? Math.round(units / days) : units;
}
