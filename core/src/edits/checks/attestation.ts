import { BIT } from '../modifier-bits.ts';
import { IN } from '../list-bits.ts';
import { report, type Scope } from '../scope.ts';

/** The attestation of a diagnostic injection on a code that is no such injection. */
export function checkAttestation(scope: Scope): void {
  const { lists } = scope.law;
  for (const line of scope.lines) {
    if ((line.bits & BIT.attest) === 0 || !line.record) continue;
    if (!lists['attested-families']?.has(line.record.family) || (line.lists & IN.attested) !== 0) continue;
    report(scope, 'attest/wrong-code', { line, field: 'modifiers' }, { code: line.raw.code });
  }
}
