import { isInForce } from '../../model/period.ts';
import { report, type Scope } from '../scope.ts';

/** A line whose own words, or the note of its claim, name what another code stands for. */
export function checkToldWords(scope: Scope): void {
  const { note } = scope.claim;
  for (const line of scope.lines) {
    const { description, code, from } = line.raw;
    if (description === undefined && note === undefined) continue;
    const text = `${description ?? ''} ${note ?? ''}`.toLowerCase();
    for (const rule of scope.law.told) {
      if (!rule.codes.includes(code) || (from !== undefined && !isInForce(rule, from))) continue;
      const words = rule.words.find((one) => text.includes(one));
      if (words === undefined || rule.unless.some((one) => text.includes(one))) continue;
      report(scope, rule.rule, { line, field: 'code' }, { code, words, instead: rule.instead });
      break;
    }
  }
}
