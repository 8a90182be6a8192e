import { isPaidByVisit } from '../kind-of-claim.ts';
import { BIT } from '../modifier-bits.ts';
import { report, type Line, type Scope } from '../scope.ts';
import { isListed } from './listed.ts';

/** What a visit's modifier cannot stand on; of other services it is not certain. */
const NO_VISIT: ReadonlySet<string> = new Set([
  'procedure',
  'add-on',
  'guidance',
  'drug',
  'toxin',
  'steroid',
  'contrast',
  'anesthetic',
  'device',
]);

/** Modifiers that exclude each other, belong to other codes, or are too many. */
export function checkModifiers(scope: Scope): void {
  for (const line of scope.lines) {
    const { raw, bits, record } = line;
    if (raw.modifiers.length === 0) continue;
    const at = { line, field: 'modifiers' } as const;
    const words = { code: raw.code, line: raw.number };
    if (raw.modifiers.length > 1) checkTogether(scope, line);
    checkKnown(scope, line);
    if (!record) continue;
    const visit = record.role === 'evaluation';
    // Where visits are paid for as such it tells a second one of the day.
    if (visit && (bits & BIT.distinct) !== 0 && !isPaidByVisit(scope.claim, scope.law))
      report(scope, 'modifier/distinct-on-visit', at, { ...words, modifiers: told(scope, line, BIT.distinct) });
    // The decision and unrelated-visit modifiers are seen on other services too; only the same-day one is certain.
    if (!visit && (bits & (BIT['separate-visit'] | BIT.decision)) !== 0 && NO_VISIT.has(record.role))
      report(scope, 'modifier/visit-on-procedure', at, {
        ...words,
        modifiers: told(scope, line, BIT['separate-visit'] | BIT.decision),
      });
    if ((bits & BIT.parts) !== 0 && record.parts !== true && record.status !== undefined)
      report(scope, 'modifier/parts', at, { ...words, modifiers: told(scope, line, BIT.parts) });
    if ((bits & BIT['facility-only']) !== 0 && scope.kind === 'professional')
      report(scope, 'modifier/facility-only', at, { ...words, modifiers: told(scope, line, BIT['facility-only']) });
  }
}

/** What several modifiers on one line can get wrong. */
function checkTogether(scope: Scope, line: Line): void {
  const { raw } = line;
  const at = { line, field: 'modifiers' } as const;
  const words = { code: raw.code, line: raw.number };
  // A file has room for four: the fifth stands where the description would be.
  const full = raw.modifiers.length === 4 && /^[0-9A-Z]{2}$/.test(raw.description ?? '');
  if (raw.modifiers.length > 4 || full) report(scope, 'modifier/too-many', at, words);
  const repeated = raw.modifiers.find((modifier, index) => raw.modifiers.indexOf(modifier) !== index);
  if (repeated !== undefined) report(scope, 'modifier/repeated', at, { ...words, modifiers: repeated });
  for (const { one, other, rule } of scope.law.modifiers.conflicts) {
    const found = raw.modifiers.filter((modifier) => one.includes(modifier));
    const against = raw.modifiers.filter((modifier) => other.includes(modifier));
    if (found.length > 0 && against.length > 0)
      report(scope, rule, at, { ...words, modifiers: [...found, ...against].join(', ') });
  }
}

/** Where the agency's list of modifiers is imported: is it on it? */
function checkKnown(scope: Scope, line: Line): void {
  const list = scope.law.agency.modifiers.on(line.day);
  if (!list) return;
  const absent = line.raw.modifiers.filter((modifier) => !isListed(list, modifier));
  if (absent.length > 0)
    report(
      scope,
      'modifier/unknown',
      { line, field: 'modifiers' },
      { code: line.raw.code, modifiers: absent.join(', '), edition: list.file.header.edition },
    );
}

function told(scope: Scope, line: Line, mask: number): string {
  return line.raw.modifiers.filter((modifier) => ((scope.law.modifierBits.get(modifier) ?? 0) & mask) !== 0).join(', ');
}
