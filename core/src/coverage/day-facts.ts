import type { IsoDate } from '../model/date.ts';
import type { ModifierLaw } from '../model/law/edits.ts';
import { means, sideOfModifiers } from '../model/law/modifier-meanings.ts';
import { groupOfRegion, type SessionRule } from '../model/law/session-rule.ts';
import type { LineView } from '../model/line-view.ts';
import { groupImplied, implicationOf, type Implications } from './code-facts.ts';
import { groupOf, type FactCollector } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';

interface Done {
  readonly family: string;
  readonly kind: string | undefined;
  readonly group: string | undefined;
}

/** `claim.*`: what stands on the claim of this date. */
export function addClaimFacts(found: FactCollector, request: CoverageRequest): void {
  found.add('claim.codes', [...new Set(request.lines.map((line) => line.code))]);
  const diagnoses = request.lines.flatMap((line) => line.diagnoses ?? []);
  if (request.lines.some((line) => line.diagnoses !== undefined)) found.add('claim.diagnoses', [...new Set(diagnoses)]);
}

/** `session.*`: what was done on this date of service, from the chart where there is one, else from the codes. */
export function addDayFacts(
  found: FactCollector,
  request: CoverageRequest,
  rule: SessionRule,
  implications: Implications,
): void {
  const done = doneOn(request, rule, implications);
  if (done.length === 0) return;
  const own = done.filter((entry) => rule.families.includes(entry.family));
  const words = (values: readonly (string | undefined)[]) => [
    ...new Set(values.filter((value): value is string => value !== undefined)),
  ];
  found.add('session.families', words(done.map((entry) => entry.family)));
  found.add('session.other-families', words(done.filter((entry) => !own.includes(entry)).map((entry) => entry.family)));
  found.add('session.kinds', words(done.map((entry) => entry.kind)));
  found.add('session.same-family-kinds', words(own.map((entry) => entry.kind)));
  if (own.length > 0 && own.every((entry) => entry.group !== undefined)) {
    found.add('session.region-groups', words(own.map((entry) => entry.group)));
  }
  found.add('session.procedure-count', done.length);
}

function doneOn(request: CoverageRequest, rule: SessionRule, implications: Implications): Done[] {
  const done: Done[] = request.procedures.map((procedure) => ({
    family: procedure.family,
    kind: procedure.kind,
    group: groupOf(procedure, rule),
  }));
  for (const line of request.lines) {
    const implied = implicationOf(implications, line.code, request.context.dateOfService);
    if (line.procedure || !implied?.family || implied.lineKind !== 'procedure') continue;
    const groups = new Set((implied.regions ?? []).map((region) => groupOfRegion(rule, region)));
    const [group] = groups;
    done.push({
      family: implied.family,
      kind: implied.kinds?.length === 1 ? implied.kinds[0] : undefined,
      group: groups.size === 1 ? group : undefined,
    });
  }
  return done;
}

/**
 * Ordinal of the highest level that a line stands for: a primary code is level 1; an add-on code with units stands for
 * as many further levels. The same code on the other side is the same level again, not a further one.
 */
export function highestLevel(
  line: LineView,
  lines: readonly LineView[],
  implications: Implications,
  on: IsoDate | undefined,
): number | undefined {
  const implied = implicationOf(implications, line.code, on);
  if (implied?.level === undefined) return undefined;
  if (implied.level === 1) return 1;
  const side = ({ modifiers }: LineView) => sideOfModifiers(modifiers, implications.modifiers);
  const twins = lines.filter(
    (other) => other.code === line.code && other.number < line.number && side(other) === side(line),
  );
  const before = twins.reduce((total, other) => total + other.units, 0);
  return implied.level + before + Math.max(1, line.units) - 1;
}

/**
 * 1 for the region group that the lines of this policy name first, 2 for the second. Undefined when the line's own group
 * is not known.
 */
export function regionOrder(
  line: LineView,
  request: CoverageRequest,
  rule: SessionRule,
  implications: Implications,
): number | undefined {
  const groupOfLine = (other: LineView): string | undefined => {
    const implied = implicationOf(implications, other.code, request.context.dateOfService);
    const family = other.procedure?.family ?? implied?.family;
    if (family === undefined || !rule.families.includes(family)) return undefined;
    return (other.procedure && groupOf(other.procedure, rule)) ?? (implied && groupImplied(implied, rule));
  };
  const own = groupOfLine(line);
  if (own === undefined) return undefined;
  const named = [...request.lines].sort((a, b) => a.number - b.number).map(groupOfLine);
  return [...new Set(named.filter((group) => group !== undefined))].indexOf(own) + 1;
}

/**
 * Ordinal of the last site that a line stands for among the lines of these families on the date: units of a code that
 * stands for one site each count on; the same code on the other side, an add-on and a line of another family are no new site.
 */
export function siteOrder(
  line: LineView,
  request: CoverageRequest,
  rule: SessionRule,
  implications: Implications,
): number | undefined {
  const sites = (other: LineView): number => {
    const implied = implicationOf(implications, other.code, request.context.dateOfService);
    const family = other.procedure?.family ?? implied?.family;
    if (family === undefined || !rule.families.includes(family)) return 0;
    if ((other.kind ?? implied?.lineKind) !== 'procedure' || (implied?.level ?? 1) > 1) return 0;
    return Math.max(1, other.units);
  };
  if (sites(line) === 0) return undefined;
  const isOtherSide = (one: LineView, other: LineView) => areOtherSides(one, other, implications.modifiers);
  const before = request.lines.filter((other) => other.number < line.number);
  const twin = before.find((other) => other.code === line.code && isOtherSide(other, line));
  if (twin) return siteOrder(twin, request, rule, implications);
  const counted = before.filter(
    (other) => !before.some((one) => one.number < other.number && one.code === other.code && isOtherSide(one, other)),
  );
  return counted.reduce((sum, other) => sum + sites(other), 0) + sites(line);
}

/** Left and right of one place; modifiers may say that they are two places. */
function areOtherSides(one: LineView, other: LineView, law: ModifierLaw): boolean {
  const sides = new Set([sideOfModifiers(one.modifiers, law), sideOfModifiers(other.modifiers, law)]);
  if (!sides.has('left') || !sides.has('right')) return false;
  return ![one, other].some(({ modifiers }) => modifiers.some((modifier) => means(law, modifier, 'other-site')));
}
