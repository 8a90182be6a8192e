import { BIT } from '../modifier-bits.ts';
import { report, together, type Line, type Scope } from '../scope.ts';
import { addOnTableOf } from '../tables/add-on-table.ts';

/** Edits that deny the whole line they stand at. */
const DENIES: ReadonlySet<string> = new Set(
  [
    'pair/never',
    'pair/distinct',
    'code/ended',
    'code/not-yet-valid',
    'code/not-payable',
    'units/day-absolute',
    'units/day',
    'units/line',
    'units/none-allowed',
  ].map((id) => `edit/${id}`),
);

/** Told at the first line of a code, and denying all of the day. */
const OF_DAY: ReadonlySet<string> = new Set(['edit/units/day-absolute', 'edit/units/day']);

/** What follows from the other edits: add-ons of a denied primary, notices that cannot shift a denial. Runs after them. */
export function checkConsequences(scope: Scope): void {
  if (scope.findings.length === 0) return;
  const denied = new Set<number>();
  for (const { id, line } of scope.findings) {
    if (line === undefined || !DENIES.has(id)) continue;
    denied.add(line);
    if (OF_DAY.has(id)) addSame(scope, line, denied);
  }
  if (denied.size === 0) return;
  for (const line of scope.lines) {
    checkAddOn(scope, line, denied);
    if (denied.has(line.raw.number) && (line.bits & BIT.notice) !== 0 && byPairOrUnits(scope, line))
      report(
        scope,
        'notice/cannot-shift',
        { line, field: 'modifiers' },
        { code: line.raw.code, modifiers: told(scope, line) },
      );
  }
}

function addSame({ lines }: Scope, number: number, denied: Set<number>): void {
  const first = lines.find(({ raw }) => raw.number === number);
  for (const line of lines) if (first && line.key === first.key && together(first, line)) denied.add(line.raw.number);
}

function checkAddOn(scope: Scope, line: Line, denied: ReadonlySet<number>): void {
  if (denied.has(line.raw.number) || line.day < 0) return;
  const table = addOnTableOf(scope.law.addOns, line.key, line.day);
  if (!table) return;
  const primaries = scope.all.filter(
    (other) => other !== line && together(line, other) && table.accepts(line.key, other.key),
  );
  if (primaries.length === 0 || primaries.some((other) => !other.own || !denied.has(other.raw.number))) return;
  const [first] = primaries;
  report(
    scope,
    'add-on/primary-denied',
    { line, field: 'code' },
    { code: line.raw.code, primary: first?.raw.code ?? '' },
  );
}

function byPairOrUnits(scope: Scope, line: Line): boolean {
  return scope.findings.some(
    ({ id, line: at }) => at === line.raw.number && (id.startsWith('edit/pair/') || id.startsWith('edit/units/')),
  );
}

function told(scope: Scope, line: Line): string {
  return line.raw.modifiers
    .filter((modifier) => ((scope.law.modifierBits.get(modifier) ?? 0) & BIT.notice) !== 0)
    .join(', ');
}
