import type { Recipe } from '../../model/law/coding.ts';
import type { Procedure } from '../../model/procedure.ts';
import { choiceQuotes } from '../choice-quotes.ts';
import { attribute, holds } from '../condition.ts';
import { say, sayHabit, type Sheet } from '../draft.ts';
import { levelsInWords } from '../words.ts';

/**
 * One line with as many units as an attribute of the procedure counts (devices placed, for example); one unit when the
 * recipe counts nothing. A count that the note leaves open is one unit and a question.
 */
export function codeEach(sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]): void {
  for (const procedure of procedures) {
    const { context } = sheet;
    const choice = recipe.choices.find((one) =>
      holds(one.when, { procedure, on: context.dateOfService, claimType: context.claimType }),
    );
    const what = choice?.because ?? choice?.refuse ?? 'no code fits what is documented';
    if (!choice?.first) {
      sheet.notCoded.push(`${recipe.title}: ${what}`);
      if (choice?.finding) say(sheet, recipe, choice.finding, choiceQuotes(choice.when, procedure, procedure.evidence));
      else if (!choice) sayHabit(sheet, 'nothing-treated', recipe.title, procedure.evidence);
      continue;
    }
    const stated = recipe.unitsFrom === undefined ? 1 : attribute(procedure, recipe.unitsFrom);
    const units = typeof stated === 'number' && stated >= 1 ? stated : 1;
    const places = procedure.targets.filter((target) => target.name !== undefined);
    const where = places.length > 0 ? `, ${levelsInWords(places.map(({ name, side }) => ({ name, side })))}` : '';
    sheet.drafts.push({
      code: choice.first,
      side: undefined,
      sided: false,
      units,
      modifiers: [],
      why: `${recipe.title}${where}: ${choice.because ?? 'one unit'}${recipe.unitsFrom === undefined ? '' : `; ${units} ${units === 1 ? 'unit' : 'units'}`}.`,
      evidence: [...procedure.evidence, ...procedure.targets.flatMap((target) => target.evidence)],
      procedure: procedure.id,
    });
    if (choice.finding)
      say(sheet, recipe, choice.finding, choiceQuotes(choice.when, procedure, procedure.evidence), choice.first);
    if (recipe.unitsFrom !== undefined && typeof stated !== 'number')
      say(sheet, recipe, 'count', procedure.evidence, choice.first);
  }
}
