import type { ClaimType } from '../model/claim.ts';
import type { IsoDate } from '../model/date.ts';
import type { FactValue } from '../model/fact.ts';
import type { AttributeTest, RecipeCondition } from '../model/law/coding.ts';
import type { EffectivePeriod } from '../model/period.ts';
import type { Procedure } from '../model/procedure.ts';

/** What a condition is held against. */
export interface Circumstances {
  readonly procedure: Procedure;
  readonly on: IsoDate | undefined;
  readonly claimType: ClaimType | undefined;
  readonly region?: string | undefined;
  readonly siteKind?: string | undefined;
  readonly size?: string | undefined;
  readonly count?: number | undefined;
  readonly bothSides?: boolean | undefined;
}

/** Does every given condition hold? What is not known satisfies no condition (guidance has the word `unknown` for it). */
export function holds(when: RecipeCondition, at: Circumstances): boolean {
  const { procedure } = at;
  if (when.region !== undefined && when.region !== at.region) return false;
  if (when.guidance && !when.guidance.includes(procedure.guidance.modality ?? 'unknown')) return false;
  if (when.imagesSaved !== undefined && when.imagesSaved !== procedure.guidance.imagesSaved) return false;
  if (when.claimType && (at.claimType === undefined || !when.claimType.includes(at.claimType))) return false;
  if (when.size !== undefined && when.size !== at.size) return false;
  if (when.siteKind !== undefined && when.siteKind !== at.siteKind) return false;
  if (when.countAtLeast !== undefined && !((at.count ?? 0) >= when.countAtLeast)) return false;
  if (when.countAtMost !== undefined && !(at.count !== undefined && at.count <= when.countAtMost)) return false;
  if (when.bothSides !== undefined && when.bothSides !== (at.bothSides ?? false)) return false;
  if (when.agentsOnly && !onlyAgents(procedure, when.agentsOnly)) return false;
  if (!inForceOrNow(when, at.on)) return false;
  return when.attributes === undefined || haveAttributes(procedure, when.attributes);
}

function haveAttributes(procedure: Procedure, tests: NonNullable<RecipeCondition['attributes']>): boolean {
  for (const name of Object.keys(tests)) {
    const test = tests[name];
    if (test !== undefined && !passes(attribute(procedure, name), test)) return false;
  }
  return true;
}

/** Without a date of service the law of today counts: what has not ended. */
export function inForceOrNow(period: EffectivePeriod, on: IsoDate | undefined): boolean {
  if (on === undefined) return period.through === undefined;
  return (period.from === undefined || period.from <= on) && (period.through === undefined || on <= period.through);
}

/** An attribute by its name `ablation.method`, or by the name of the fact that says the same, `procedure.ablation-method`. */
export function attribute(procedure: Procedure, name: string): FactValue | undefined {
  const known = procedure.attributes;
  for (const one of namesOfAttribute(name)) if (known[one] !== undefined) return known[one];
  return undefined;
}

/** The names under which a recognizer may have put an attribute. The law names few attributes, and asks for them often. */
export function namesOfAttribute(name: string): readonly string[] {
  let names = NAMES.get(name);
  if (!names) {
    const dashed = name.replaceAll('.', '-');
    NAMES.set(name, (names = [name, dashed, `procedure.${dashed}`, `procedure.${name}`]));
  }
  return names;
}

const NAMES = new Map<string, readonly string[]>();

function passes(value: FactValue | undefined, test: AttributeTest): boolean {
  if (value === undefined) return false;
  if (Array.isArray(test)) return typeof value === 'string' && test.includes(value);
  if (typeof test === 'object' && 'atMost' in test) return typeof value === 'number' && value <= test.atMost;
  if (typeof test === 'object' && 'lessThan' in test) return typeof value === 'number' && value < test.lessThan;
  if (typeof test === 'object' && 'atLeast' in test) return typeof value === 'number' && value >= test.atLeast;
  return value === test;
}

function onlyAgents(procedure: Procedure, roles: readonly string[]): boolean {
  return procedure.agents.length > 0 && procedure.agents.every((agent) => roles.includes(agent.role));
}
