import type { Recipe } from '../model/law/coding.ts';
import type { Procedure } from '../model/procedure.ts';
import { say, type Sheet } from './draft.ts';

/**
 * Does the line carry the modifier of a diagnostic injection? Only when the intent is documented and the payer (Medicare
 * when nobody says otherwise) uses it: the modifier attests something, so it is never assumed.
 */
export function isDiagnostic(sheet: Sheet, recipe: Recipe, procedure: Procedure, code: string): boolean {
  const habit = recipe.diagnostic;
  if (!habit) return false;
  const payer = sheet.context.payer ?? habit.payers[0];
  if (payer === undefined || !habit.payers.includes(payer)) return false;
  if (procedure.intent === undefined && habit.askWhenUnknown) say(sheet, recipe, 'intent', procedure.evidence, code);
  return procedure.intent === 'diagnostic';
}
