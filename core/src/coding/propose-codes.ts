import type { FactSheet } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { History } from '../model/history.ts';
import type { IsoDate } from '../model/date.ts';
import type { Procedure } from '../model/procedure.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { ServiceLine } from '../model/review.ts';
import type { Recipe } from '../model/law/coding.ts';
import { drugLines } from './drug-lines.ts';
import { sayHabit, type Draft, type Sheet } from './draft.ts';
import { guidanceLines } from './guidance-lines.ts';
import { linesFrom } from './lines.ts';
import { locatingLines } from './locating-lines.ts';
import type { PreparedCoding } from './prepare-coding.ts';
import { addRecipeModifiers } from './recipe-modifiers.ts';
import { codeCount, codeOnce } from './shapes/count.ts';
import { codeEach } from './shapes/each.ts';
import { codeLevels } from './shapes/levels.ts';
import { codeLimbs } from './shapes/limbs.ts';
import { codeSession } from './shapes/session.ts';
import { codeSites } from './shapes/sites.ts';
import { codeTimed } from './shapes/timed.ts';

/** What coding needs of what was gathered from the chart. */
export interface CodingInput {
  readonly procedures: readonly Procedure[];
  readonly diagnoses?: readonly { readonly code?: string | undefined }[];
  readonly dateOfService?: IsoDate | undefined;
  readonly facts?: FactSheet | undefined;
  readonly history?: History | undefined;
}

export interface Proposal {
  readonly lines: ServiceLine[];
  readonly findings: Finding[];
  /** What was done or given and has no line, with the reason. */
  readonly notCoded: string[];
}

/** The most diagnoses that a line can point at. */
const POINTERS = 4;

const SHAPES: Record<Recipe['shape'], (sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]) => void> = {
  levels: codeLevels,
  session: codeSession,
  sites: codeSites,
  count: codeCount,
  once: codeOnce,
  each: codeEach,
  limbs: codeLimbs,
  timed: codeTimed,
};

/** What was done → lines, modifiers and units, each with its reason. Codes come from the law, never from here. */
export function proposeCodes(gathered: CodingInput, given: ResolvedContext, law: PreparedCoding): Proposal {
  const context: ResolvedContext = { ...given, dateOfService: given.dateOfService ?? gathered.dateOfService };
  const { facts, history } = gathered;
  const sheet: Sheet = { law, context, facts, history, drafts: [], findings: [], notCoded: [] };
  const on = context.dateOfService;
  if (on !== undefined && on < law.habits.from && gathered.procedures.length > 0)
    sheet.notCoded.push(
      `The recipes of the library are written for dates of service from ${law.habits.from}; codes, units and diagnoses of ${on} were not verified.`,
    );
  const byRecipe = new Map<Recipe, Procedure[]>();
  for (const procedure of gathered.procedures) {
    const recipe = law.recipes.get(procedure.kind);
    if (!recipe) {
      const words = procedure.kind.replaceAll('-', ' ');
      sheet.notCoded.push(`${words}: no recipe in the library`);
      sayHabit(sheet, 'recipe-missing', words, procedure.evidence);
      continue;
    }
    byRecipe.set(recipe, [...(byRecipe.get(recipe) ?? []), procedure]);
  }
  for (const [recipe, procedures] of byRecipe) {
    const before = sheet.drafts.length;
    SHAPES[recipe.shape](sheet, recipe, procedures);
    addRecipeModifiers(sheet, recipe, before);
  }
  const valid = sheet.drafts.filter((draft) => validOnDate(sheet, draft));
  const guidance = guidanceLines(sheet, gathered.procedures, valid);
  const locating = locatingLines(sheet, gathered.procedures, valid);
  const drugs = drugLines(sheet, gathered.procedures).filter((draft) => validOnDate(sheet, draft));
  const diagnoses = (gathered.diagnoses ?? []).map((one) => one.code).filter((code) => code !== undefined);
  const lines = linesFrom(
    sheet,
    [...valid, ...guidance, ...locating, ...drugs],
    [...new Set(diagnoses)].slice(0, POINTERS),
  );
  return { lines, findings: located(sheet, lines), notCoded: sheet.notCoded };
}

/** A code that did not exist, or no longer existed, on the date of service is not proposed: that would be a guess. */
function validOnDate(sheet: Sheet, draft: Draft): boolean {
  const on = sheet.context.dateOfService;
  const record = sheet.law.codes.get(draft.code);
  if (on === undefined || !record) return true;
  const early = record.from !== undefined && on < record.from;
  const late = record.through !== undefined && on > record.through;
  if (!early && !late) return true;
  const what = draft.why.split(';')[0] ?? draft.code;
  sheet.notCoded.push(`${what}: not evaluated, the codes of ${on} are not in the library`);
  sayHabit(sheet, early ? 'date-before-codes' : 'code-ended', what, draft.evidence, draft.code, record.citation);
  return false;
}

function located(sheet: Sheet, lines: readonly ServiceLine[]): Finding[] {
  return sheet.findings.map(({ finding, code }) => {
    const at = code === undefined ? -1 : lines.findIndex((line) => line.code === code);
    return at < 0 ? finding : { ...finding, line: at + 1 };
  });
}
