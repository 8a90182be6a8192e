import { BIT } from '../modifier-bits.ts';
import { isPaidByVisit } from '../kind-of-claim.ts';
import { report, together, type Line, type Scope } from '../scope.ts';

/** Global periods as the fee schedule writes them: the day, ten days, ninety days. */
export const MINOR: ReadonlySet<string> = new Set(['000', '010']);
export const MAJOR: ReadonlySet<string> = new Set(['090']);
export const DAYS: Readonly<Record<string, number>> = { '010': 10, '090': 90 };

/** A visit beside a procedure, and visits or procedures within the global days of an earlier one. */
export function checkVisits(scope: Scope): void {
  for (const line of scope.lines) {
    if (line.day < 0 || !line.record) continue;
    const visit = line.record.role === 'evaluation';
    if (visit && !isPaidByVisit(scope.claim, scope.law)) checkSameDay(scope, line);
    checkGlobal(scope, line, visit);
  }
}

function checkSameDay(scope: Scope, visit: Line): void {
  const beside = scope.all.filter((other) => other !== visit && together(visit, other));
  const major = beside.find((other) => MAJOR.has(other.record?.global ?? ''));
  const minor = beside.find((other) => MINOR.has(other.record?.global ?? ''));
  const marked = (visit.bits & BIT['separate-visit']) !== 0;
  const at = { line: visit, field: 'modifiers' } as const;
  // Only a clinician's fee has global days: a facility marks every separate visit alike.
  const facility = isFacility(scope);
  const procedure = facility ? (minor ?? major) : major ? undefined : minor;
  if (major && !facility && (visit.bits & BIT.decision) === 0)
    report(scope, 'visit/same-day-major', { ...at, by: major }, { visit: visit.raw.code, procedure: major.raw.code });
  else if (procedure && !marked)
    report(scope, 'visit/same-day', { ...at, by: procedure }, { visit: visit.raw.code, procedure: procedure.raw.code });
}

function isFacility({ claim }: Pick<Line, 'claim'>): boolean {
  return claim.type !== 'professional';
}

function checkGlobal(scope: Scope, line: Line, visit: boolean): void {
  if (isFacility(scope) || (visit && (line.bits & BIT['unrelated-visit']) !== 0)) return;
  let ofColleague: { readonly by: Line; readonly words: Readonly<Record<string, string | number>> } | undefined;
  for (const earlier of scope.all) {
    const global = earlier.record?.global ?? '';
    const days = DAYS[global];
    const after = line.day - earlier.day;
    if (days === undefined || earlier.day < 0 || after <= 0 || after > days || isFacility(earlier)) continue;
    const colleague = earlier.provider !== line.provider;
    if (colleague && (!visit || !sameGroup(earlier, line))) continue;
    const words = {
      visit: line.raw.code,
      code: line.raw.code,
      procedure: earlier.raw.code,
      date: earlier.raw.from ?? '',
      after: after === 1 ? 'the day' : `${after} days`,
      global: days,
    };
    if (colleague) {
      ofColleague ??= { by: earlier, words };
      continue;
    }
    const at = { line, field: 'modifiers', by: earlier } as const;
    if (visit) return report(scope, 'visit/in-global', at, words);
    const own = line.record?.global ?? '';
    if (!(MINOR.has(own) || MAJOR.has(own)) || (line.bits & BIT.staged) !== 0) continue;
    return report(scope, 'procedure/in-global', at, words);
  }
  if (ofColleague)
    report(scope, 'visit/in-global-of-group', { line, field: 'modifiers', by: ofColleague.by }, ofColleague.words);
}

/** One group: within a specialty its members count as one, and claims kept for history do not tell the specialty. */
function sameGroup(one: Line, other: Line): boolean {
  const group = one.claim.billing?.npi;
  return group !== undefined && group === other.claim.billing?.npi;
}
