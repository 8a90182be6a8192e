import { daysBetween } from '../../model/date.ts';
import { factValue } from '../../model/fact.ts';
import type { Recipe, TimedUnits } from '../../model/law/coding.ts';
import type { Procedure } from '../../model/procedure.ts';
import { attribute, holds } from '../condition.ts';
import { say, type Sheet } from '../draft.ts';

const DEFAULT: TimedUnits = { unitMinutes: 15, leastMinutes: 8 };
const YEAR_DAYS = 365;

/**
 * Units of personal time: the first for the first stretch, a further one for each full stretch more in which needles were
 * put in again. A set of needles with electrical stimulation makes its unit one "with".
 */
export function codeTimed(sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]): void {
  const units = recipe.timed ?? DEFAULT;
  for (const procedure of procedures) {
    const minutes = numberOf(procedure, 'needling.minutes');
    const again = numberOf(procedure, 'needling.reinsertions');
    if (minutes !== undefined && minutes < units.leastMinutes) {
      sheet.notCoded.push(`${recipe.title}: ${minutes} personal minutes are fewer than ${units.leastMinutes}`);
      say(sheet, recipe, 'too-short', procedure.evidence);
      continue;
    }
    const byTime = minutes === undefined ? 1 : Math.max(1, Math.floor(minutes / units.unitMinutes));
    const count = Math.min(byTime, 1 + (again ?? 0));
    const stimulated = stimulatedSets(procedure, count);
    const first = codeOf(sheet, recipe, procedure, stimulated(0));
    if (first?.first === undefined) continue;
    const attest = attestation(sheet, units);
    const time = minutes === undefined ? 'personal minutes not stated' : `${minutes} personal minutes`;
    const sets =
      again === undefined
        ? 'no second set of needles told'
        : `needles put in again ${again} ${again === 1 ? 'time' : 'times'}`;
    const told = `${recipe.title}: ${time}, ${sets}`;
    const evidence = [
      ...procedure.evidence,
      ...(procedure.attributeEvidence?.['needling.minutes'] ?? []),
      ...(procedure.attributeEvidence?.['needling.reinsertions'] ?? []),
    ];
    const draft = (code: string, why: string) =>
      sheet.drafts.push({
        code,
        side: undefined,
        sided: false,
        units: 1,
        modifiers: attest,
        why: `${why}${attest.length > 0 ? ` ${attest.join(' ')}: a further visit of the year, improvement documented.` : ''}`,
        evidence,
        procedure: procedure.id,
      });
    draft(first.first, `${told}; the first ${units.unitMinutes} minutes${stimulated(0) ? ', with stimulation' : ''}.`);
    for (let index = 1; index < count; index++) {
      const choice = codeOf(sheet, recipe, procedure, stimulated(index));
      if (choice?.further !== undefined)
        draft(
          choice.further,
          `${told}; ${count - 1} further ${count === 2 ? 'unit' : 'units'}: each has its ${units.unitMinutes} minutes and its own set of needles${stimulated(index) ? ', with stimulation' : ''}.`,
        );
    }
    ask(sheet, recipe, procedure, { minutes, again, byTime, count, units, code: first.first });
  }
}

interface Asked {
  readonly minutes: number | undefined;
  readonly again: number | undefined;
  readonly byTime: number;
  readonly count: number;
  readonly units: TimedUnits;
  readonly code: string;
}

function ask(sheet: Sheet, recipe: Recipe, procedure: Procedure, asked: Asked): void {
  const { minutes, again, byTime, count, units, code } = asked;
  const { evidence } = procedure;
  if (minutes === undefined) say(sheet, recipe, 'minutes', evidence, code);
  else if (count < byTime) say(sheet, recipe, 'sets', evidence, code);
  else if (again !== undefined && again >= count && minutes % units.unitMinutes >= units.leastMinutes)
    say(sheet, recipe, 'part-unit', evidence, code);
  if (attribute(procedure, 'needling.electrical') === undefined) say(sheet, recipe, 'electrical', evidence, code);
}

/** Which sets were stimulated: those named, else all of them or none. */
function stimulatedSets(procedure: Procedure, count: number): (index: number) => boolean {
  const named = attribute(procedure, 'needling.electrical-sets');
  if (Array.isArray(named)) return (index) => named.includes(String(index + 1)) && index < count;
  const all = attribute(procedure, 'needling.electrical') === true;
  return () => all;
}

function codeOf(sheet: Sheet, recipe: Recipe, procedure: Procedure, stimulated: boolean) {
  const { context } = sheet;
  const at = {
    procedure: { ...procedure, attributes: { ...procedure.attributes, 'needling.electrical': stimulated } },
    on: context.dateOfService,
    claimType: context.claimType,
  };
  return recipe.choices.find((one) => holds(one.when, at));
}

/** The attestation is a statement of fact: it stands only with enough earlier visits and documented improvement. */
function attestation(sheet: Sheet, units: TimedUnits): string[] {
  const { attest } = units;
  const { facts, history, context } = sheet;
  if (!attest || !facts || factValue(facts, 'acupuncture.improving') !== true) return [];
  if (context.payer !== undefined && !attest.payers.includes(context.payer)) return [];
  const on = context.dateOfService;
  const told = factValue(facts, 'acupuncture.visit-number');
  const days = new Set(
    (history?.sessions ?? [])
      .filter((one) => attest.families.includes(one.family) && one.status !== 'denied')
      .map((one) => one.date)
      .filter((date) => on === undefined || (date < on && daysBetween(date, on) <= YEAR_DAYS)),
  );
  const visit = Math.max(days.size + 1, typeof told === 'number' ? told : 0);
  return visit >= attest.fromVisit && visit <= attest.throughVisit ? [attest.modifier] : [];
}

function numberOf(procedure: Procedure, name: string): number | undefined {
  const value = attribute(procedure, name);
  return typeof value === 'number' ? value : undefined;
}
