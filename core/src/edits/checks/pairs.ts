import { BIT } from '../modifier-bits.ts';
import { tablesFor } from '../prepare-edits.ts';
import { report, together, type Line, type Scope } from '../scope.ts';
import { editionInWords } from '../tables/editions.ts';
import { MAJOR, MINOR } from './visits.ts';

/**
 * Procedure-to-procedure pairs: both directions of every two lines of one provider and day. A side separates a pair
 * only when both lines name one and the sides differ; the payer's system may be laxer, an auditor is not.
 */
export function checkPairs(scope: Scope): void {
  const { all, lines } = scope;
  if (all.length < 2) return;
  const tables = tablesFor(scope.law, scope.kind).pairs;
  for (let one = 0; one < lines.length; one++) {
    const first = lines[one];
    if (!first || first.day < 0 || first.key < 0) continue;
    const chosen = tables.on(first.day);
    if (!chosen) continue;
    const wider = tables.beyond(first.day);
    for (let two = one + 1; two < all.length; two++) {
      const second = all[two];
      if (!second || second.key < 0 || second.key === first.key || !together(first, second)) continue;
      // A selection holds the pairs among the codes of the library and is silent about all others.
      const table = wider && !(first.sheet.own && second.sheet.own) ? wider : chosen;
      let indicator = table.find(first.key, second.key, first.day);
      if (indicator === 0 || indicator === 1)
        judge(scope, first, second, indicator, editionInWords(table.edition, first.raw.from, scope.kind));
      indicator = table.find(second.key, first.key, first.day);
      if (indicator === 0 || indicator === 1)
        judge(scope, second, first, indicator, editionInWords(table.edition, first.raw.from, scope.kind));
    }
  }
}

function judge(scope: Scope, column1: Line, column2: Line, indicator: number, edition: string): void {
  const global = column1.record?.global ?? '';
  // Visits beside a procedure have their own, clearer edit.
  if (column2.record?.role === 'evaluation' && (MINOR.has(global) || MAJOR.has(global))) return;
  const line = column2.own ? column2 : column1;
  const words = {
    column1: column1.raw.code,
    column2: column2.raw.code,
    line1: place(column1),
    line2: place(column2),
    edition,
  };
  const at = { line, field: 'code' } as const;
  if (indicator === 0) return report(scope, 'pair/never', at, words);
  if (claimsDistinct(column1) || claimsDistinct(column2))
    return report(scope, 'pair/claimed-distinct', { line, field: 'modifiers' }, words);
  if (placesDiffer(scope, column1, column2)) return;
  report(scope, 'pair/distinct', at, words);
  if (((column1.bits | column2.bits) & BIT.anatomic) !== 0)
    report(scope, 'pair/same-side', { line, field: 'modifiers' }, words);
}

function place(line: Line): string {
  return line.own ? String(line.raw.number) : `${line.raw.number} of claim ${line.claim.id}`;
}

/** A modifier that says so; those of visits count only on a visit. */
function claimsDistinct(line: Line): boolean {
  if ((line.bits & BIT.bypass) === 0) return false;
  if ((line.bits & BIT['visit-only']) === 0) return true;
  return line.record?.role === 'evaluation' || (line.bits & (BIT.distinct | BIT.staged)) !== 0;
}

function placesDiffer(scope: Scope, one: Line, other: Line): boolean {
  if (
    (one.bits & BIT.anatomic) === 0 ||
    (other.bits & BIT.anatomic) === 0 ||
    ((one.bits | other.bits) & BIT.both) !== 0
  )
    return false;
  const isPlace = (modifier: string) => ((scope.law.modifierBits.get(modifier) ?? 0) & BIT.anatomic) !== 0;
  const places = one.raw.modifiers.filter(isPlace);
  return !other.raw.modifiers.some((modifier) => isPlace(modifier) && places.includes(modifier));
}
