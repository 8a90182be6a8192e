import type { Recipe } from '../../model/law/coding.ts';
import type { Procedure } from '../../model/procedure.ts';
import { choiceQuotes } from '../choice-quotes.ts';
import { holds } from '../condition.ts';
import { say, sayHabit, type Sheet } from '../draft.ts';
import { levelsOf } from '../levels.ts';
import { groupInWords, groupOf, levelsInWords } from '../words.ts';

/** One line per session and group of regions, whatever the levels and needle passes. */
export function codeSession(sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]): void {
  const done = new Set<string>();
  for (const procedure of procedures) {
    const { levels } = levelsOf(procedure, recipe);
    const groups = new Set(levels.map((level) => groupOf(recipe, level.region)).filter((group) => group !== undefined));
    const fallback = recipe.defaultRegion?.[procedure.kind];
    if (groups.size === 0 && fallback !== undefined) groups.add(fallback);
    if (groups.size === 0) {
      sheet.notCoded.push(`${recipe.title}: the region is not documented`);
      sayHabit(sheet, 'region-unknown', recipe.title, procedure.evidence);
    }
    for (const group of groups) {
      const { context } = sheet;
      const choice = recipe.choices.find((one) =>
        holds(one.when, {
          procedure,
          on: context.dateOfService,
          claimType: context.claimType,
          region: group,
          count: levels.length,
        }),
      );
      if (!choice?.first || done.has(choice.first)) continue;
      done.add(choice.first);
      const here = levels.filter((level) => level.name !== undefined && groupOf(recipe, level.region) === group);
      const levelWords =
        here.length > 0 ? `, ${levelsInWords(here.map((level) => ({ name: level.name, side: undefined })))}` : '';
      const once = here.length > 1 ? '; one unit a session and region whatever the levels' : '';
      sheet.drafts.push({
        code: choice.first,
        side: undefined,
        sided: false,
        units: 1,
        modifiers: [],
        why: `${recipe.title}, ${groupInWords(group)}${choice.because ?? 'one unit'}${levelWords}${once}.`,
        evidence: [...procedure.evidence, ...here.flatMap((level) => level.evidence), ...procedure.guidance.evidence],
        procedure: procedure.id,
      });
      if (choice.finding) {
        const quotes = procedure.guidance.evidence.length > 0 ? procedure.guidance.evidence : procedure.evidence;
        say(sheet, recipe, choice.finding, choiceQuotes(choice.when, procedure, quotes), choice.first);
      }
      if (here.length === 0 && fallback === undefined)
        sayHabit(sheet, 'level-unknown', recipe.title, procedure.evidence, choice.first);
    }
  }
}
