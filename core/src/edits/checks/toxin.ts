import { IN } from '../list-bits.ts';
import { BIT } from '../modifier-bits.ts';
import { report, together, type Line, type Scope } from '../scope.ts';

/** Injection of toxin and the toxin itself stand together; its amount is one that a person is given; limbs are four. */
export function checkToxin(scope: Scope): void {
  let limbs: Line | undefined;
  for (const line of scope.lines) {
    if ((line.lists & IN['toxin-drugs']) !== 0) checkProduct(scope, line);
    else if (line.record?.family === 'botulinum') {
      if (line.record.role === 'procedure') checkInjection(scope, line);
      else if ((line.lists & IN['toxin-further-limbs']) !== 0) limbs ??= line;
    }
  }
  if (limbs) checkLimbs(scope, limbs);
}

function checkInjection(scope: Scope, line: Line): void {
  // In a facility the drug is on the facility's claim.
  if (scope.kind === 'professional' && scope.law.lists['facility-places']?.has(line.place ?? '')) return;
  if (scope.kind === 'asc') return;
  const beside = scope.all.some((other) => (other.lists & IN['toxin-drugs']) !== 0 && other.day === line.day);
  if (!beside) report(scope, 'toxin/no-drug', { line, field: 'code' }, { code: line.raw.code });
}

function checkProduct(scope: Scope, line: Line): void {
  const { lists } = scope.law;
  const day = scope.all.filter((other) => together(line, other));
  const injected = day.some(
    (other) => other.record?.family === 'botulinum' || lists['toxin-injected-elsewhere']?.has(other.raw.code) === true,
  );
  if (!injected) report(scope, 'toxin/no-injection', { line, field: 'code' }, { code: line.raw.code });
  if ((line.bits & BIT.wasted) !== 0) return;
  const { container, least } = line.sheet;
  const units = line.raw.units;
  const wasted = day.some((other) => other.key === line.key && (other.bits & BIT.wasted) !== 0);
  if (container !== undefined && !wasted && (line.bits & BIT['no-waste']) !== 0 && units % container !== 0)
    report(scope, 'drug/no-waste-part', { line, field: 'units' }, { code: line.raw.code, units, container });
  const small = day.some((other) => lists['toxin-small-doses']?.has(other.raw.code));
  if (least !== undefined && units < least && !small)
    report(scope, 'drug/dose-too-small', { line, field: 'units' }, { code: line.raw.code, units, least });
}

function checkLimbs(scope: Scope, first: Line): void {
  const further = scope.all.filter(
    (other) => (other.lists & IN['toxin-further-limbs']) !== 0 && (other === first || together(first, other)),
  );
  const count = further.reduce((sum, line) => sum + line.raw.units, 0);
  if (count > 3) report(scope, 'toxin/too-many-limbs', { line: first, field: 'units' }, { count: count + 1 });
}
