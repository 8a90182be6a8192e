import type { Agent, Procedure } from '../model/procedure.ts';
import type { Drug, DrugBilling } from '../model/law/drug.ts';
import { inForceOrNow } from './condition.ts';
import { sayHabit, type Draft, type Sheet } from './draft.ts';

interface Given {
  readonly drug: Drug;
  /** The procedure in which it was given first. */
  readonly procedure: string;
  amount: number;
  wasted: number;
  wasteSaid: boolean;
  singleDose: boolean;
  parts: string[];
  readonly agents: Agent[];
}

/**
 * Amounts given → units, rounded up to the next whole unit. What a facility supplies is not on the clinician's claim;
 * local anesthetics and saline are part of the procedure and have no billing entry at all.
 */
export function drugLines(sheet: Sheet, procedures: readonly Procedure[]): Draft[] {
  const given = gather(sheet, procedures);
  const { context, law } = sheet;
  const facility =
    context.claimType === 'asc' ||
    context.claimType === 'hospital-opd' ||
    (context.placeOfService !== undefined && law.habits.facilityPlaces.includes(context.placeOfService));
  const lines: Draft[] = [];
  for (const entry of given) {
    const name = entry.drug.name.replaceAll('-', ' ');
    if (facility) {
      sheet.notCoded.push(`${name}: supplied by the facility, not on this claim`);
      continue;
    }
    lines.push(...linesOf(sheet, entry, name));
  }
  return lines;
}

function gather(sheet: Sheet, procedures: readonly Procedure[]): Given[] {
  const found = new Map<string, Given>();
  for (const procedure of procedures)
    for (const agent of procedure.agents) {
      const drug = sheet.law.drugs.get(agent.drug);
      if (!drug || drug.billing.length === 0) continue;
      const on = sheet.context.dateOfService;
      const billing = drug.billing.filter((entry) => inForceOrNow(entry, on) && inStrength(entry, agent));
      if (billing.every((entry) => entry.as === 'mention')) {
        mention(sheet, drug, agent, billing[0]);
        continue;
      }
      const measure = billing[0]?.measure;
      const amount = measure === 'unit' ? agent.units : measure === 'mL' ? agent.millilitres : agent.milligrams;
      const name = drug.name.replaceAll('-', ' ');
      // Two procedures may claim one sentence: what it tells was given once.
      if (found.get(drug.name)?.agents.some((other) => sameWords(other, agent))) continue;
      if (amount === undefined || amount <= 0) {
        sheet.notCoded.push(`${name}: the amount is not documented`);
        sayHabit(sheet, 'drug-amount', name, agent.evidence);
        continue;
      }
      const entry = found.get(drug.name) ?? {
        drug,
        procedure: procedure.id,
        amount: 0,
        wasted: 0,
        wasteSaid: false,
        singleDose: false,
        parts: [],
        agents: [],
      };
      entry.amount += amount;
      entry.wasted += agent.wasted ?? 0;
      entry.wasteSaid ||= agent.wasted !== undefined;
      entry.singleDose ||= agent.singleDose ?? drug.singleDose === true;
      entry.parts.push(agent.derivation ?? `${amount} ${measure ?? 'mg'}`);
      entry.agents.push(agent);
      found.set(drug.name, entry);
    }
  return [...found.values()];
}

function linesOf(sheet: Sheet, entry: Given, name: string): Draft[] {
  const { habits } = sheet.law;
  const on = sheet.context.dateOfService;
  const billing = entry.drug.billing
    .filter((one) => inForceOrNow(one, on) && one.as !== 'mention')
    .toSorted((one, other) => other.per - one.per);
  const measure = billing[0]?.measure ?? 'mg';
  const evidence = entry.agents.flatMap((agent) => agent.evidence);
  const contested = billing.find(
    (one) => one.citation.standing === 'contested' || one.citation.standing === 'provisional',
  );
  const { procedure } = entry;
  const line = (code: string, units: number, modifiers: readonly string[], why: string): Draft => ({
    code,
    side: undefined,
    sided: false,
    units,
    modifiers,
    why,
    evidence,
    procedure,
    kind: 'drug',
  });
  const sum =
    entry.parts.length > 1 ? `${entry.parts.join(' + ')} = ${round(entry.amount)} ${measure}` : (entry.parts[0] ?? '');
  const said = entry.singleDose && entry.wasteSaid && (on === undefined || on >= habits.wasteFrom);
  const none = said && entry.wasted === 0 && (on === undefined || on >= habits.noWasteFrom);
  const lines = unitsOf(entry.amount, billing).map(({ code, units, per }) => {
    const unit = per === 1 ? `one unit a ${measure}` : `one unit for ${per} ${measure}`;
    const why = `${name} ${sum}; ${unit}: ${units} ${units === 1 ? 'unit' : 'units'} of ${code}.`;
    return line(code, units, none ? [habits.noWaste] : [], why);
  });
  const first = lines[0];
  if (said && entry.wasted > 0 && first && lines.length === 1) {
    const per = billing.find((one) => one.code === first.code)?.per ?? 1;
    const units = Math.max(Math.round((entry.amount + entry.wasted) / per) - first.units, 0);
    const why = `${name} ${round(entry.wasted)} ${measure} discarded from a single-dose container: ${units} ${units === 1 ? 'unit' : 'units'}.`;
    if (units > 0) lines.push(line(first.code, units, [habits.wasted], why));
  } else if (entry.singleDose && !entry.wasteSaid && first) sayHabit(sheet, 'drug-waste', name, evidence, first.code);
  if (contested && first) sayHabit(sheet, 'drug-contested', name, evidence, first.code, contested.citation);
  return lines;
}

/** Several strengths of one drug: the largest first, the rest in the smaller ones; the last one rounds up. */
function unitsOf(amount: number, billing: readonly DrugBilling[]): { code: string; units: number; per: number }[] {
  const units: { code: string; units: number; per: number }[] = [];
  let rest = amount;
  billing.forEach((one, index) => {
    const exact = rest / one.per;
    const count = index === billing.length - 1 ? Math.ceil(exact - 1e-9) : Math.floor(exact + 1e-9);
    if (count > 0) units.push({ code: one.code, units: count, per: one.per });
    rest -= Math.min(count * one.per, rest);
  });
  return units;
}

function sameWords(one: Agent, other: Agent): boolean {
  const [first, second] = [one.evidence[0], other.evidence[0]];
  if (first?.source !== 'note' || second?.source !== 'note') return false;
  return first.document === second.document && first.start === second.start && first.end === second.end;
}

function inStrength(billing: DrugBilling, agent: Agent): boolean {
  if (!billing.concentration) return true;
  const strength = Number.parseFloat(agent.concentration ?? '');
  return strength >= billing.concentration.from && strength <= billing.concentration.through;
}

function mention(sheet: Sheet, drug: Drug, agent: Agent, billing: DrugBilling | undefined): void {
  const name = drug.name.replaceAll('-', ' ');
  const amount = agent.millilitres ?? agent.milligrams;
  if (billing && amount !== undefined)
    sheet.notCoded.push(
      `${name}: ${Math.ceil(amount / billing.per - 1e-9)} of ${billing.code} where the payer pays it apart`,
    );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
