import type { Claim, ClaimLine } from '../model/claim.ts';
import { dayNumber } from '../model/date.ts';
import type { Finding } from '../model/finding.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { PreparedEdits } from './prepare-edits.ts';
import { checkAddOns } from './checks/add-ons.ts';
import { scopeOf, type Scope } from './scope.ts';
import { SEEING_OTHERS } from './scrub.ts';

/** What other claims of the same patient change about a claim that was judged alone. */
export interface HistoryFindings {
  /** Said only because of the earlier claims. */
  readonly added: readonly Finding[];
  /** Said of the claim alone, and not true in the light of the others: an add-on whose primary is on another claim. */
  readonly withdrawn: readonly Finding[];
}

/** Told at one of two lines whichever was sent first; the other edits speak of the claim that comes later. */
const OWN_LINE = /^edit\/(?:visit\/same-day|guidance\/|beside\/)/;

function isAsked({ code, from }: ClaimLine, law: PreparedEdits): boolean {
  const { record, beside } = law.codes.get(code, from === undefined ? -1 : dayNumber(from));
  return record?.role === 'evaluation' || record?.role === 'guidance' || beside.length > 0;
}

/**
 * The same edits as `scrub`, with and without the earlier claims; the difference is what history says. `sameDay` are the
 * other claims of the day, later ones of the file included: a primary on any of them carries an add-on, and a procedure on
 * any of them has something to say of a visit.
 */
export function againstHistory(
  claim: Claim,
  context: ResolvedContext,
  law: PreparedEdits,
  earlier: readonly Claim[],
  sameDay: readonly Claim[],
): HistoryFindings {
  const together = scopeOf(claim, context, law, earlier);
  const alone = { ...together, all: together.lines };
  let added = earlier.length === 0 ? NONE : addedBy(together, alone, NONE);
  if (sameDay.length > 0 && claim.lines.some((line) => isAsked(line, law))) {
    // A patient may have thousands of claims on one day.
    const all = new Set([...earlier, ...sameDay]);
    if (all.size > earlier.length) {
      const whole = scopeOf(claim, context, law, [...all]);
      added = [...added, ...addedBy(whole, alone, added).filter(({ id }) => OWN_LINE.test(id))];
    }
  }
  const withdrawn = sameDay.length === 0 ? NONE : carried(alone, () => scopeOf(claim, context, law, sameDay));
  return { added, withdrawn };
}

/**
 * What is said with other claims, and neither without them nor `already`. An edit that says nothing with them is not asked
 * without.
 */
function addedBy(together: Scope, alone: Scope, already: readonly Finding[]): readonly Finding[] {
  let added: Finding[] | undefined;
  for (const checks of SEEING_OTHERS) {
    const said = saidBy(checks, together);
    if (said.length === 0) continue;
    const known = [...already, ...saidBy(checks, alone)];
    for (const finding of said)
      if (known.length === 0 || !known.some((one) => isSame(one, finding))) (added ??= []).push(finding);
  }
  return added ?? NONE;
}

/** Add-ons without a primary, alone, that have one on another claim of the day. */
function carried(alone: Scope, day: () => Scope): readonly Finding[] {
  const orphans = saidBy(ADD_ONS, alone);
  if (orphans.length === 0) return NONE;
  const still = saidBy(ADD_ONS, day());
  return orphans.filter((orphan) => !still.some(({ id, line }) => id === orphan.id && line === orphan.line));
}

const ADD_ONS = [checkAddOns];
const NONE: readonly never[] = [];

function saidBy(checks: readonly ((scope: Scope) => void)[], scope: Scope): readonly Finding[] {
  if (scope.findings.length > 0) scope.findings.length = 0;
  for (const check of checks) check(scope);
  return scope.findings.length === 0 ? NONE : [...scope.findings];
}

function isSame(one: Finding, other: Finding): boolean {
  return one.id === other.id && one.line === other.line && one.what === other.what;
}
