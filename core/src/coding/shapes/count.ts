import type { Recipe } from '../../model/law/coding.ts';
import type { Procedure } from '../../model/procedure.ts';
import { attribute, holds } from '../condition.ts';
import { say, type Sheet } from '../draft.ts';

/** One unit of a code that depends on how many muscles were treated; the same muscle of both sides counts twice. */
export function codeCount(sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]): void {
  const first = procedures[0];
  if (!first) return;
  const muscles = new Set<string>();
  let told = 0;
  for (const procedure of procedures) {
    for (const target of procedure.targets) {
      if (target.name === undefined) continue;
      if (target.side === 'bilateral') muscles.add(`left ${target.name}`).add(`right ${target.name}`);
      else muscles.add(target.side === undefined ? target.name : `${target.side} ${target.name}`);
    }
    const stated = recipe.countFrom === undefined ? undefined : attribute(procedure, recipe.countFrom);
    if (typeof stated === 'number') told += stated;
  }
  const count = Math.max(muscles.size, told);
  const at = { procedure: first, on: sheet.context.dateOfService, claimType: sheet.context.claimType, count };
  const choice = recipe.choices.find((one) => holds(one.when, at));
  if (!choice?.first) return;
  const names = muscles.size > 0 ? ` (${[...muscles].join(', ')})` : '';
  sheet.drafts.push({
    code: choice.first,
    side: undefined,
    sided: false,
    units: 1,
    modifiers: [],
    why: `${recipe.title}, ${count > 0 ? `${count} ${count === 1 ? 'muscle' : 'muscles'}${names}` : 'muscles not named'}: ${choice.because ?? 'one unit a session'}; one unit whatever the needle passes.`,
    evidence: procedures.flatMap((procedure) => [
      ...procedure.evidence,
      ...procedure.targets.flatMap((target) => target.evidence),
    ]),
    procedure: first.id,
    procedures: procedures.map((procedure) => procedure.id),
  });
  if (choice.finding) say(sheet, recipe, choice.finding, first.evidence, choice.first);
}

/** One line, one unit. */
export function codeOnce(sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]): void {
  for (const procedure of procedures) {
    const choice = recipe.choices.find((one) =>
      holds(one.when, { procedure, on: sheet.context.dateOfService, claimType: sheet.context.claimType }),
    );
    if (!choice?.first || sheet.drafts.some((draft) => draft.code === choice.first)) continue;
    sheet.drafts.push({
      code: choice.first,
      side: undefined,
      sided: false,
      units: 1,
      modifiers: [],
      why: `${recipe.title}${choice.because ? `; ${choice.because}` : ''}.`,
      evidence: procedure.evidence,
      procedure: procedure.id,
    });
    if (choice.finding) say(sheet, recipe, choice.finding, procedure.evidence, choice.first);
  }
}
