import { dayNumber } from '../model/date.ts';
import { factValue } from '../model/fact.ts';
import type { Recipe, RecipeModifier } from '../model/law/coding.ts';
import { inForceOrNow } from './condition.ts';
import type { Draft, Sheet } from './draft.ts';

/** Puts the modifiers of a recipe on the drafts that it has just made, each with its reason. */
export function addRecipeModifiers(sheet: Sheet, recipe: Recipe, from: number): void {
  for (const entry of recipe.modifiers ?? []) {
    if (!stands(sheet, entry)) continue;
    for (let at = from; at < sheet.drafts.length; at++) {
      const draft = sheet.drafts[at];
      if (!draft || (entry.oneSide === true && !isOneSided(draft))) continue;
      sheet.drafts[at] = {
        ...draft,
        modifiers: [...draft.modifiers, entry.modifier],
        why: `${draft.why} ${entry.modifier}: ${entry.because}.`,
      };
    }
  }
}

/** Everything given must hold; what is not known puts no modifier on a line. */
function stands(sheet: Sheet, entry: RecipeModifier): boolean {
  const { context, facts, history } = sheet;
  if (!inForceOrNow(entry, context.dateOfService)) return false;
  if (entry.payers && (context.payer === undefined || !entry.payers.includes(context.payer))) return false;
  if (entry.documented !== undefined && (!facts || factValue(facts, entry.documented) === undefined)) return false;
  const { after } = entry;
  if (!after) return true;
  const on = context.dateOfService;
  return (history?.sessions ?? []).some((session) => {
    if (on === undefined || session.kind === undefined || !after.kinds.includes(session.kind)) return false;
    const days = dayNumber(on) - dayNumber(session.date);
    return days > 0 && days <= after.withinDays;
  });
}

function isOneSided(draft: Draft): boolean {
  return draft.side === 'left' || draft.side === 'right';
}
