import { isInForce } from '../../model/period.ts';
import { IN } from '../list-bits.ts';
import { report, together, type Scope } from '../scope.ts';

/** Imaging billed beside a procedure that includes it, or that bars it, on that date of service. */
export function checkGuidance(scope: Scope): void {
  const { lists } = scope.law;
  for (const line of scope.lines) {
    if (line.record?.role !== 'guidance' || line.raw.from === undefined) continue;
    const on = line.raw.from;
    const others = scope.all.filter((other) => other !== line && together(line, other));
    const at = { line, field: 'code' } as const;
    if ((line.lists & IN['fluoroscopy-alone']) !== 0) {
      const beside = others.find(
        (other) => other.record && lists['fluoroscopy-inside-families']?.has(other.record.family),
      );
      if (beside)
        report(scope, 'guidance/fluoroscopy', at, {
          code: line.raw.code,
          primary: beside.raw.code,
          line: line.raw.number,
        });
      continue;
    }
    // Another procedure of that day may rightly carry the imaging.
    if (others.some((other) => ruleOf(other.record, on) === 'separate')) continue;
    for (const other of others) {
      const rule = ruleOf(other.record, on);
      if (rule !== 'included' && rule !== 'barred') continue;
      const how = rule === 'included' ? 'includes it' : 'bars it';
      report(scope, 'guidance/included', at, {
        code: line.raw.code,
        primary: other.raw.code,
        how,
        line: line.raw.number,
      });
      break;
    }
  }
}

function ruleOf(
  record: Scope['lines'][number]['record'],
  on: NonNullable<Scope['lines'][number]['raw']['from']>,
): string | undefined {
  return record?.guidance.find((rule) => isInForce(rule, on))?.rule;
}
