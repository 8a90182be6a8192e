import { codeOfKey } from '../code-key.ts';
import { report, together, type Line, type Scope } from '../scope.ts';
import { addOnTableOf } from '../tables/add-on-table.ts';
import { editionInWords } from '../tables/editions.ts';

/** An add-on needs a primary by the same provider on the same day; earlier claims of that day count. */
export function checkAddOns(scope: Scope): void {
  for (const line of scope.lines) {
    const table = line.day < 0 ? undefined : addOnTableOf(scope.law.addOns, line.key, line.day);
    if (!table) continue;
    const others = scope.all.filter((other) => other !== line && together(line, other));
    const edition = editionInWords(table.edition, line.raw.from, scope.kind);
    if (!others.some((other) => table.accepts(line.key, other.key))) {
      reportOrphan(scope, line, table.type(line.key), table.primaries(line.key).map(codeOfKey), edition);
      continue;
    }
    const missing = table.needs(line.key).filter((group) => !others.some((other) => group.includes(other.key)));
    for (const group of missing)
      report(
        scope,
        'add-on/step-missing',
        { line, field: 'code' },
        { code: line.raw.code, missing: group.map(codeOfKey).join(' or ') },
      );
  }
}

function reportOrphan(scope: Scope, line: Line, type: number, primaries: readonly string[], edition: string): void {
  const guidance = line.record?.role === 'guidance';
  const id = type === 1 ? (guidance ? 'add-on/guidance-no-primary' : 'add-on/no-primary') : 'add-on/contractor-decides';
  const known = primaries.filter((code) => scope.law.codes.has(code));
  const words = known.length > 6 ? `${known.slice(0, 6).join(', ')} …` : known.join(', ');
  report(scope, id, { line, field: 'code' }, { code: line.raw.code, primaries: words, edition });
}
