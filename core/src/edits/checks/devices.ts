import type { DeviceRule } from '../../model/law/edits.ts';
import { isInForce } from '../../model/period.ts';
import { report, together, type Line, type Scope } from '../scope.ts';

/** Where devices must stand beside the procedure, where they are inside its price, and which belong to another organ. */
export function checkDevices(scope: Scope): void {
  const { payer } = scope.context;
  for (const rule of scope.law.devices) {
    if (payer !== undefined && !rule.payers.includes(payer)) continue;
    for (const line of scope.lines) {
      const on = line.raw.from;
      if (!rule.codes.includes(line.raw.code) || on === undefined || !isInForce(rule, on)) continue;
      judge(scope, rule, line);
      break;
    }
  }
}

function judge(scope: Scope, rule: DeviceRule, line: Line): void {
  const beside = scope.lines.filter((other) => other !== line && together(line, other));
  const among = (codes: readonly string[]) => beside.filter((other) => codes.includes(other.raw.code));
  const words = { code: line.raw.code, devices: rule.hospital.join(', ') };
  const wrong = among(rule.wrong);
  const fitting = among(rule.hospital);
  if (wrong.length > 0 && fitting.length === 0)
    report(scope, 'device/other-organ', { line: wrong[0]!, field: 'code' }, { ...words, device: wrong[0]!.raw.code });
  if (scope.kind === 'hospital-opd') {
    // A claim made from a note has no device lines yet: it is told what belongs there.
    if (fitting.length === 0)
      report(
        scope,
        scope.claim.billType === undefined ? 'device/hospital' : 'device/missing',
        { line, field: 'code' },
        words,
      );
    return;
  }
  for (const device of among(rule.inside))
    report(scope, 'device/inside', { line: device, field: 'code' }, { ...words, device: device.raw.code });
}
