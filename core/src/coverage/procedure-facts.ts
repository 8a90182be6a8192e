import type { Evidence } from '../model/evidence.ts';
import type { FactName } from '../model/fact-name.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import { groupOfRegion, type SessionRule } from '../model/law/session-rule.ts';
import type { Procedure, Target } from '../model/procedure.ts';

/** Doses by drug and attributes of a Procedure have names that only the chart knows. */
type ProcedureFactName = `procedure.${string}`;

/** Collects facts that have a value; what is not known is left out, so that the encounter's own facts can speak. */
export class FactCollector {
  readonly facts: Map<string, Fact>;

  constructor(known: Iterable<readonly [string, Fact]> = []) {
    this.facts = new Map(known);
  }

  add(name: FactName | ProcedureFactName, value: FactValue | undefined, evidence: readonly Evidence[] = []): void {
    if (value !== undefined) this.facts.set(name, { name, value, evidence });
  }
  /** One word: known when there is only one, else known to be among them. */
  addAmong(name: FactName, words: readonly string[] | undefined, evidence: readonly Evidence[]): void {
    if (words?.length === 1) this.add(name, words[0], evidence);
    else if (words && words.length > 1) this.facts.set(name, { name, value: undefined, evidence, among: words });
  }
}

/** `procedure.*` as every policy sees the procedure. */
export function addProcedureFacts(found: FactCollector, procedure: Procedure): void {
  const { evidence } = procedure;
  const targetEvidence = procedure.targets.flatMap((target) => target.evidence);
  const put = (name: string, value: FactValue | undefined, from: readonly Evidence[] = evidence) =>
    found.add(`procedure.${name}`, value, from);
  for (const [name, value] of Object.entries(procedure.attributes)) {
    put(name, value, procedure.attributeEvidence?.[name] ?? evidence);
  }
  put('family', procedure.family);
  put('kind', procedure.kind);
  put('intent', procedure.intent);
  const regions = distinct(procedure.targets.map((target) => target.region));
  put('regions', regions.length > 0 ? regions : undefined, targetEvidence);
  put('region', regions[0], targetEvidence);
  put('levels', levelsOf([procedure]), targetEvidence);
  const side = sideOf(procedure.targets);
  put('side', side, targetEvidence);
  put('both-sides', side === undefined ? undefined : bothSides(procedure.targets), targetEvidence);
  const { guidance } = procedure;
  put('guidance', guidance.modality, guidance.evidence);
  put('contrast', guidance.contrast, guidance.evidence);
  put('images-saved', guidance.imagesSaved, guidance.evidence);
  addAgents(procedure, put);
}

/**
 * As one policy sees it: the region group comes from the policy's session rule, the level count from all procedures of
 * that family and group done on the same date.
 */
export function addGroupFacts(
  found: FactCollector,
  procedure: Procedure,
  day: readonly Procedure[],
  rule: SessionRule,
): void {
  const evidence = procedure.targets.flatMap((target) => target.evidence);
  const group = groupOf(procedure, rule);
  found.add('procedure.region-group', group, evidence);
  const same = day.filter((other) => other.family === procedure.family && groupOf(other, rule) === group);
  found.add('procedure.level-count', levelsOf(same.length > 0 ? same : [procedure])?.length, evidence);
}

/** Region group of a procedure; undefined when a target's region is unknown or they lie in several groups. */
export function groupOf(procedure: Procedure, rule: SessionRule): string | undefined {
  const groups = procedure.targets.map((target) => target.region && groupOfRegion(rule, target.region));
  return groups.length > 0 && distinct(groups).length === 1 && !groups.includes(undefined) ? groups[0] : undefined;
}

function addAgents(
  procedure: Procedure,
  put: (name: string, value: FactValue | undefined, from?: readonly Evidence[]) => void,
): void {
  const { agents } = procedure;
  if (agents.length === 0) return;
  const evidence = agents.flatMap((agent) => agent.evidence);
  const has = (role: string) => agents.some((agent) => agent.role === role);
  put('agents', distinct(agents.map((agent) => agent.drug)), evidence);
  put('agent-roles', distinct(agents.map((agent) => agent.role)), evidence);
  put('contains-steroid', has('steroid'), evidence);
  put('contains-anesthetic', has('anesthetic'), evidence);
  put('biologic', has('biologic'), evidence);
  const doses = new Map<string, { total: number | undefined; from: Evidence[] }>();
  for (const agent of agents) {
    const name = agent.drug.split('-')[0] ?? agent.drug;
    const dose = doses.get(name) ?? { total: 0, from: [] };
    // One amount that the note leaves open leaves the sum open.
    dose.total = dose.total === undefined || agent.milligrams === undefined ? undefined : dose.total + agent.milligrams;
    dose.from.push(...agent.evidence);
    doses.set(name, dose);
  }
  for (const [name, dose] of doses) put(`${name}-mg`, dose.total, dose.from);
  // Units of one product only: products are not interchangeable, and two of them have no sum.
  const toxins = agents.filter((agent) => agent.role === 'toxin');
  const [toxin] = toxins;
  if (toxin && toxins.length === 1) {
    put('toxin-units', toxin.units, toxin.evidence);
    put('toxin-wasted', toxin.wasted, toxin.evidence);
  }
}

/** Distinct level names; undefined when a target has none, for then the list would be too short. */
function levelsOf(procedures: readonly Procedure[]): string[] | undefined {
  const names = procedures.flatMap((procedure) => procedure.targets.map((target) => target.name));
  return names.length === 0 || names.includes(undefined) ? undefined : distinct(names);
}

function bothSides(targets: readonly Target[]): boolean {
  const sides = targets.map((target) => target.side);
  if (sides.includes('bilateral')) return true;
  const left = new Set(targets.filter((target) => target.side === 'left').map((target) => target.name));
  return targets.some((target) => target.side === 'right' && left.has(target.name));
}

function sideOf(targets: readonly Target[]): string | undefined {
  const sides = distinct(targets.map((target) => target.side));
  if (targets.some((target) => target.side === undefined) || sides.length === 0) return undefined;
  return sides.length === 1 ? sides[0] : 'bilateral';
}

function distinct<T>(values: readonly (T | undefined)[]): T[] {
  return [...new Set(values.filter((value): value is T => value !== undefined))];
}
