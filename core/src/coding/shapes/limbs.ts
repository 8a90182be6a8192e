import type { Evidence } from '../../model/evidence.ts';
import type { Recipe } from '../../model/law/coding.ts';
import type { Procedure, Target } from '../../model/procedure.ts';
import { attribute, holds } from '../condition.ts';
import { say, sayHabit, type Sheet } from '../draft.ts';

interface Limb {
  /** `right arm`. */
  readonly name: string;
  readonly muscles: Set<string>;
  stated: number;
  evidence: Evidence[];
}

const SIDES = ['left', 'right'] as const;

/**
 * One code for each limb by the number of its muscles. The limb with most muscles gives the first code, every other one
 * its further code, so that a claim has one base and the add-ons that this base accepts.
 */
export function codeLimbs(sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]): void {
  const [first] = procedures;
  if (!first) return;
  const limbs = limbsOf(sheet, recipe, procedures);
  const evidence = procedures.flatMap((procedure) => procedure.evidence);
  if (limbs.some((limb) => !/^(?:left|right) /.test(limb.name)))
    sayHabit(sheet, 'side-unknown', recipe.title, evidence);
  const ordered = limbs.toSorted((one, other) => countOf(other) - countOf(one));
  if (ordered.length === 0) ordered.push({ name: 'limb not named', muscles: new Set(), stated: 0, evidence: [] });
  const sum = ordered.map((limb) => `${limb.name} ${countOf(limb) || 'not counted'}`).join(', ');
  for (const [index, limb] of ordered.entries()) {
    const { context } = sheet;
    const count = countOf(limb);
    const at = { procedure: first, on: context.dateOfService, claimType: context.claimType, count };
    const choice = recipe.choices.find((one) => holds(one.when, at));
    const code = index === 0 ? choice?.first : choice?.further;
    if (!choice || code === undefined) continue;
    const muscles = limb.muscles.size > 0 ? ` (${[...limb.muscles].join(', ').replaceAll('-', ' ')})` : '';
    const counted = count === 0 ? 'muscles not counted' : `${count} ${count === 1 ? 'muscle' : 'muscles'}${muscles}`;
    const rank =
      index === 0 ? (ordered.length > 1 ? 'the limb with most muscles comes first' : 'one limb') : 'a further limb';
    sheet.drafts.push({
      code,
      side: undefined,
      sided: false,
      units: 1,
      modifiers: [],
      why: `${recipe.title}, ${limb.name}: ${counted}; ${choice.because ?? ''}, ${rank}${ordered.length > 1 && index === 0 ? ` (${sum})` : ''}.`,
      evidence: limb.evidence.length > 0 ? limb.evidence : evidence,
      procedure: first.id,
      procedures: procedures.map((procedure) => procedure.id),
    });
    if (choice.finding) say(sheet, recipe, choice.finding, limb.evidence.length > 0 ? limb.evidence : evidence, code);
  }
}

function countOf(limb: Limb): number {
  return Math.max(limb.muscles.size, limb.stated);
}

function limbsOf(sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]): Limb[] {
  const limbs = new Map<string, Limb>();
  const limb = (name: string): Limb => {
    const known = limbs.get(name) ?? { name, muscles: new Set<string>(), stated: 0, evidence: [] };
    limbs.set(name, known);
    return known;
  };
  const parts = (recipe.siteKinds ?? []).map((kind) => ({ kind, part: kind.split('-')[0] ?? kind }));
  for (const procedure of procedures) {
    for (const target of procedure.targets) {
      const part = parts.find(({ kind }) => target.name !== undefined && sheet.law.sites.has(`${kind}/${target.name}`));
      for (const side of sidesOf(target)) {
        if (!part && target.name === undefined) continue;
        const here = limb(`${side}${part?.part ?? 'limb'}`);
        here.muscles.add(target.name ?? '?');
        here.evidence.push(...target.evidence);
      }
    }
    if (recipe.countFrom === undefined) continue;
    for (const side of SIDES)
      for (const { part } of parts) {
        const name = `${recipe.countFrom}.${side}-${part}`;
        const stated = attribute(procedure, name);
        if (typeof stated !== 'number' || stated < 1) continue;
        const here = limb(`${side} ${part}`);
        here.stated = Math.max(here.stated, stated);
        here.evidence.push(...(procedure.attributeEvidence?.[name] ?? procedure.evidence));
      }
  }
  return [...limbs.values()];
}

function sidesOf(target: Target): string[] {
  if (target.side === 'bilateral') return ['left ', 'right '];
  return [target.side === undefined || target.side === 'midline' ? '' : `${target.side} `];
}
