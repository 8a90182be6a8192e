import { BIT } from '../modifier-bits.ts';
import { tablesFor } from '../prepare-edits.ts';
import { report, together, type Line, type Scope } from '../scope.ts';

const SIDES = BIT.left | BIT.right;

/** Can this code be told on both sides, on one side, and in which form on this kind of claim? */
export function checkSides(scope: Scope): void {
  checkExclusive(scope);
  for (const line of scope.lines) {
    const { record, raw, bits } = line;
    if (!record || record.bilateral === undefined || record.sides === true) continue;
    const both = (bits & BIT.both) !== 0;
    const side = (bits & SIDES) !== 0;
    const at = { line, field: 'modifiers' } as const;
    const words = { code: raw.code, line: raw.number, units: raw.units };
    if (record.bilateral === 9 && (both || side)) {
      const told = raw.modifiers.filter(
        (modifier) => ((scope.law.modifierBits.get(modifier) ?? 0) & (SIDES | BIT.both)) !== 0,
      );
      report(scope, 'side/none-for-code', at, { ...words, modifiers: told.join(', ') });
    } else if (record.bilateral === 2 && both) report(scope, 'side/both-priced', at, words);
    else if (record.bilateral === 2 && side) report(scope, 'side/one-on-both', at, words);
    else if (record.bilateral === 0 && both) report(scope, 'side/both-not-allowed', at, words);
    else if (record.bilateral === 1 || record.bilateral === 3) checkForm(scope, line, both);
  }
}

/** Two ways to treat one place: opposite sides are two places, anything else is one. */
function checkExclusive(scope: Scope): void {
  for (const line of scope.lines) {
    if (!line.sheet.exclusive) continue;
    for (const { one, other, rule } of scope.law.exclusive) {
      if (!other.includes(line.raw.code)) continue;
      const beside = scope.all.find(
        (found) => one.includes(found.raw.code) && together(line, found) && !oppositeSides(line, found),
      );
      if (!beside) continue;
      const words = {
        code: line.raw.code,
        line: line.raw.number,
        other: beside.raw.code,
        otherline: beside.raw.number,
      };
      report(scope, rule, { line, field: 'code' }, words);
    }
  }
}

function oppositeSides(one: Line, other: Line): boolean {
  const sides = one.bits & SIDES;
  return (
    sides !== 0 &&
    (other.bits & SIDES) !== 0 &&
    (sides & other.bits) === 0 &&
    ((one.bits | other.bits) & BIT.both) === 0
  );
}

/** One line with 50 on professional and hospital claims, two lines with sides at a surgical center. */
function checkForm(scope: Scope, line: Line, both: boolean): void {
  const { raw } = line;
  const words = { code: raw.code, line: raw.number, units: raw.units };
  if (scope.kind === 'asc') {
    if (both) report(scope, 'side/fifty-at-center', { line, field: 'modifiers' }, words);
    return;
  }
  const limit = unitLimit(scope, line);
  if (both && raw.units > 1 && limit === 1) report(scope, 'side/two-units', { line, field: 'units' }, words);
  // A code that may stand several times a day can rightly be left at one level and right at another.
  if (limit !== 1 && (limit !== undefined || line.record?.role !== 'procedure')) return;
  if ((line.bits & BIT.left) === 0 || both || (line.bits & BIT.distinct) !== 0) return;
  if ((line.bits & BIT.right) !== 0) return report(scope, 'side/both-on-line', { line, field: 'modifiers' }, words);
  const other = scope.lines.find(
    (one) =>
      one.key === line.key &&
      (one.bits & BIT.right) !== 0 &&
      (one.bits & (BIT.both | BIT.distinct)) === 0 &&
      together(line, one),
  );
  if (!other) return;
  const later = other.raw.number > line.raw.number ? other : line;
  const lines = [line.raw.number, other.raw.number].toSorted((one, two) => one - two).join(' and ');
  report(scope, 'side/two-lines', { line: later, field: 'modifiers' }, { code: raw.code, lines });
}

function unitLimit(scope: Scope, line: Line): number | undefined {
  if (line.day < 0) return undefined;
  const { units } = tablesFor(scope.law, scope.kind);
  let found = units.on(line.day)?.find(line.key) ?? -1;
  if (found < 0) found = units.beyond(line.day)?.find(line.key) ?? -1;
  return found < 0 ? undefined : found >> 2;
}
