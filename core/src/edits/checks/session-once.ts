import { IN } from '../list-bits.ts';
import { report, together, type Scope } from '../scope.ts';

/** Codes that stand once for a session, whatever was done in it: units and repeated lines are added up. */
export function checkSessionOnce(scope: Scope): void {
  for (const line of scope.lines) {
    if ((line.lists & IN['once-a-session']) === 0) continue;
    const same = scope.lines.filter(
      (other) => other.raw.code === line.raw.code && (other === line || together(line, other)),
    );
    if (same[0] !== line) continue;
    const units = same.reduce((sum, other) => sum + other.raw.units, 0);
    if (units <= 1) continue;
    const further = scope.law.lists['once-then']?.has(line.raw.code) ?? false;
    const rule = further ? 'units/first-once' : 'units/session-once';
    report(scope, rule, { line, field: 'units' }, { code: line.raw.code, units });
  }
}
