import { isPaidByVisit } from '../kind-of-claim.ts';
import { IN } from '../list-bits.ts';
import { BIT } from '../modifier-bits.ts';
import { report, together, type Line, type Scope } from '../scope.ts';

const THREE_YEARS = 1096;
/** Services that make a patient an established one; a drug or a laboratory test does not. */
const FACE_TO_FACE: ReadonlySet<string> = new Set(['evaluation', 'procedure', 'unlisted']);

/** Visits that repeat or are not new, ordered services without who ordered them, what is usually inside a practice. */
export function checkServices(scope: Scope): void {
  for (const line of scope.lines) {
    const { lists, raw, bits } = line;
    if (lists !== 0) {
      if ((lists & IN['office-visit']) !== 0) checkVisit(scope, line);
      if ((lists & IN.ordered) !== 0 && raw.ordering === undefined && scope.claim.referring === undefined)
        if (scope.claim.chargeTotal !== undefined)
          report(scope, 'ordering/missing', { line, field: 'code' }, { code: raw.code });
      if ((lists & IN['inside-practice']) !== 0 && line.place === '11')
        report(scope, 'drug/inside-practice', { line, field: 'code' }, { code: raw.code });
    }
    if (bits !== 0) checkModifiers(scope, line);
  }
}

/** Where visits are paid for as such, a modifier tells that the patient came back with something else. */
function isSecondVisit({ claim, law }: Scope, line: Line, other: Line): boolean {
  return ((line.bits | other.bits) & (BIT.distinct | BIT['separate-visit'])) !== 0 && isPaidByVisit(claim, law);
}

function checkVisit(scope: Scope, line: Line): void {
  const { raw, lists } = line;
  const other = scope.all.find(
    (one) =>
      one !== line &&
      (one.lists & IN['office-visit']) !== 0 &&
      together(line, one) &&
      (!one.own || one.raw.number < raw.number),
  );
  if (other && other.key !== line.key && !isSecondVisit(scope, line, other))
    report(scope, 'visit/two-same-day', { line, field: 'code' }, { code: raw.code, other: other.raw.code });
  if ((lists & IN['new-patient']) === 0 || line.day < 0) return;
  const group = scope.claim.billing?.npi;
  if (group === undefined) return;
  const before = scope.all.filter(
    (one) =>
      !one.own &&
      one.day >= 0 &&
      one.day < line.day &&
      line.day - one.day < THREE_YEARS &&
      one.claim.billing?.npi === group &&
      one.claim.type === scope.claim.type &&
      FACE_TO_FACE.has(one.record?.role ?? ''),
  );
  // Of a colleague the earlier claims do not tell the specialty.
  const same = before.find((one) => one.provider === line.provider);
  const seen = same ?? before[0];
  if (seen)
    report(
      scope,
      same ? 'visit/not-new' : 'visit/not-new-in-group',
      { line, field: 'code' },
      { code: raw.code, date: seen.raw.from ?? '' },
    );
}

function checkModifiers(scope: Scope, line: Line): void {
  const { raw, bits, place } = line;
  const { lists } = scope.law;
  const at = { line, field: 'modifiers' } as const;
  const words = { code: raw.code, modifiers: raw.modifiers.join(', ') };
  if ((bits & BIT['expect-denial']) !== 0) report(scope, 'notice/will-deny', at, words);
  if ((bits & BIT['payer-adds']) !== 0 && lists['fee-schedule-payers']?.has(scope.context.payer ?? ''))
    report(scope, 'modifier/payer-adds', at, words);
  if ((bits & BIT.shared) !== 0 && place !== undefined && !lists['facility-places']?.has(place))
    report(scope, 'visit/shared-outside', at, { ...words, place });
  const history = scope.all.length > scope.lines.length;
  if (history && (bits & BIT['global-period']) !== 0 && !scope.all.some((one) => !one.own && inGlobal(one, line)))
    report(scope, 'modifier/no-global', at, words);
}

function inGlobal(earlier: Line, line: Line): boolean {
  const global = earlier.record?.global;
  const days = global === '090' ? 90 : global === '010' ? 10 : global === '000' ? 0 : -1;
  const after = line.day - earlier.day;
  return days >= 0 && after >= 0 && after <= days;
}
