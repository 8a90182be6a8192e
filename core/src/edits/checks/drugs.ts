import { BIT } from '../modifier-bits.ts';
import { report, together, type Scope } from '../scope.ts';

/** Discarded drug is told beside the drug given, and never beside the statement that nothing was discarded. */
export function checkDrugs(scope: Scope): void {
  for (const line of scope.lines) {
    if ((line.bits & BIT.wasted) === 0) continue;
    const same = scope.all.filter((other) => other !== line && other.key === line.key && together(line, other));
    const at = { line, field: 'modifiers' } as const;
    if (!same.some((other) => (other.bits & BIT.wasted) === 0))
      report(scope, 'drug/waste-alone', at, { code: line.raw.code });
    if (same.some((other) => (other.bits & BIT['no-waste']) !== 0))
      report(scope, 'drug/waste-and-none', at, { code: line.raw.code });
  }
}
