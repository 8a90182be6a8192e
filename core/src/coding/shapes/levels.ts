import type { Recipe, RecipeChoice } from '../../model/law/coding.ts';
import type { Procedure } from '../../model/procedure.ts';
import { choiceQuotes } from '../choice-quotes.ts';
import { holds } from '../condition.ts';
import { isDiagnostic } from '../diagnostic.ts';
import { say, sayHabit, takesSide, type Sheet } from '../draft.ts';
import { joinSides, levelsOf, mergeLevels, type Level } from '../levels.ts';
import { groupInWords, groupOf, levelsInWords } from '../words.ts';

interface Bucket {
  readonly recipe: Recipe;
  readonly choice: RecipeChoice;
  readonly group: string;
  readonly procedure: Procedure;
  readonly procedures: readonly string[];
  readonly diagnostic: ReadonlySet<string>;
  readonly levels: readonly Level[];
}

/**
 * First level, further levels, and (for some codes) one code for all the rest, counted by group of regions over every
 * procedure of the recipe: two entries of a note for two levels of one session are one sequence.
 */
export function codeLevels(sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]): void {
  const buckets = new Map<string, Bucket>();
  for (const procedure of procedures) {
    const { levels, left } = levelsOf(procedure, recipe);
    if (left.length > 0) sayHabit(sheet, 'nerves-left', left.join(', '), procedure.evidence);
    if (levels.length === 0) sayHabit(sheet, 'nothing-treated', recipe.title, procedure.evidence);
    const groups =
      recipe.oneFamily && levels[0]
        ? [groupOf(recipe, levels[0].region)]
        : levels.map((level) => groupOf(recipe, level.region));
    for (const group of new Set(groups)) {
      const here = recipe.oneFamily ? levels : levels.filter((level) => groupOf(recipe, level.region) === group);
      place(sheet, recipe, procedure, group, here, buckets);
    }
  }
  const bridged = bridge(sheet, recipe, [...buckets.values()]);
  for (const bucket of buckets.values()) emit(sheet, bucket, bridged?.after === bucket ? 1 : 0, bridged);
}

function place(
  sheet: Sheet,
  recipe: Recipe,
  procedure: Procedure,
  group: string | undefined,
  levels: readonly Level[],
  buckets: Map<string, Bucket>,
): void {
  const choice = recipe.choices.find((one) =>
    holds(one.when, {
      procedure,
      on: sheet.context.dateOfService,
      claimType: sheet.context.claimType,
      region: group,
      count: levels.length,
    }),
  );
  if (!choice?.first) {
    sheet.notCoded.push(`${recipe.title}: ${choice?.refuse ?? 'the region is not documented'}`);
    if (choice?.refuse) sayHabit(sheet, 'recipe-missing', `${recipe.title}: ${choice.refuse}`, procedure.evidence);
    else sayHabit(sheet, 'region-unknown', recipe.title, procedure.evidence);
    return;
  }
  if (choice.finding)
    say(sheet, recipe, choice.finding, choiceQuotes(choice.when, procedure, evidenceOf(procedure)), choice.first);
  const diagnostic = isDiagnostic(sheet, recipe, procedure, choice.first);
  const key = `${choice.first} ${choice.further ?? ''} ${choice.rest ?? ''}`;
  const known = buckets.get(key);
  buckets.set(key, {
    recipe,
    choice,
    group: group ?? '',
    procedure: known?.procedure ?? procedure,
    procedures: [...(known?.procedures ?? []), procedure.id],
    diagnostic: new Set([...(known?.diagnostic ?? []), ...(diagnostic ? levels.map((level) => level.key) : [])]),
    levels: mergeLevels([...(known?.levels ?? []), ...levels]),
  });
}

interface Bridged {
  readonly after: Bucket;
  readonly upper: string;
}

/**
 * Levels on both sides of a border of two groups count as one sequence when the second group's further code accepts the
 * first group's code as its primary, and only one level lies before the border. Anything else is shown to a coder.
 */
function bridge(sheet: Sheet, recipe: Recipe, buckets: readonly Bucket[]): Bridged | undefined {
  const border = recipe.bridge;
  if (!border) return undefined;
  const before = buckets.find((bucket) => bucket.levels.some((level) => level.name === border.upper));
  const after = buckets.find((bucket) => bucket.levels.some((level) => level.name === border.lower));
  if (!before?.choice.first || !after?.choice.further || before === after) return undefined;
  const accepted = sheet.law.primaries.get(after.choice.further)?.has(before.choice.first) ?? false;
  if (accepted && before.levels.length === 1 && border.reviewOnly !== true) return { after, upper: border.upper };
  const what = levelsInWords([...before.levels, ...after.levels]);
  sayHabit(sheet, 'two-regions', what, before.procedure.evidence, after.choice.first, border.citation);
  return undefined;
}

function emit(sheet: Sheet, bucket: Bucket, start: number, bridged: Bridged | undefined): void {
  const { recipe, choice, levels, procedure } = bucket;
  const first = choice.first ?? '';
  const modifier = recipe.diagnostic?.modifier;
  const told = (keys: readonly string[]) =>
    modifier && keys.some((key) => bucket.diagnostic.has(key)) ? [modifier] : [];
  const where = `${recipe.title}, ${groupInWords(bucket.group)}${levels.length} ${noun(recipe, levels.length)}: ${levelsInWords(levels)}`;
  const because = choice.because ? `; ${choice.because}` : '';
  if (choice.once) {
    const evidence = levels.flatMap((level) => level.evidence);
    sheet.drafts.push({
      code: first,
      side: undefined,
      sided: false,
      units: 1,
      modifiers: [],
      why: `${where}${because}.`,
      evidence: [...procedure.evidence, ...evidence],
      procedure: procedure.id,
      procedures: bucket.procedures,
    });
    return;
  }
  const covers = recipe.firstCovers ?? 1;
  const restFrom = choice.rest === undefined ? Number.POSITIVE_INFINITY : (choice.restFrom ?? 2);
  levels.forEach((level, at) => {
    const index = at + start;
    if (index > 0 && index < covers) return;
    if (index > restFrom) return;
    const rest = index === restFrom ? levels.slice(at) : [level];
    const code = index === 0 ? first : index >= restFrom ? (choice.rest ?? first) : (choice.further ?? first);
    const sided = recipe.sided && takesSide(sheet.law.codes.get(code));
    const side = rest.reduce<Level['side']>((sum, one) => joinSides(sum, one.side), undefined);
    const nth = index === 0 ? 'first' : index >= restFrom ? `${ordinal(restFrom)} and all further` : ordinal(index);
    const follows =
      bridged?.after === bucket && at === 0 ? `, following ${bridged.upper} across the border of the regions` : '';
    const derived = level.derivation ? ` (${level.derivation})` : '';
    const modifiers = told(rest.map((one) => one.key));
    const diagnostic = modifiers.length > 0 ? `; documented as diagnostic: ${modifiers.join()}` : '';
    const which = `${nth} ${noun(recipe, rest.length)} ${rest.map((one) => one.name ?? 'not named').join(', ')}${derived}${follows}`;
    // A single level has been named already.
    const single = levels.length === 1 && start === 0 ? derived : `; ${which}`;
    sheet.drafts.push({
      code,
      side,
      sided,
      units: 1,
      modifiers,
      why: `${where}${single}${because}${diagnostic}.`,
      also: `And ${which}.`,
      evidence: [...rest.flatMap((one) => one.evidence), ...procedure.guidance.evidence],
      procedure: procedure.id,
      procedures: bucket.procedures,
    });
    if (level.name === undefined && recipe.counts !== 'name')
      sayHabit(sheet, 'level-unknown', recipe.title, procedure.evidence, code);
    if (sided && side === undefined)
      sayHabit(sheet, 'side-unknown', `${recipe.title}${level.name ? `, ${level.name}` : ''}`, level.evidence, code);
  });
}

function evidenceOf(procedure: Procedure): Procedure['evidence'] {
  return procedure.guidance.evidence.length > 0 ? procedure.guidance.evidence : procedure.evidence;
}

function noun(recipe: Recipe, count: number): string {
  const one = recipe.counts === 'joint' ? 'joint' : recipe.counts === 'vertebra' ? 'vertebra' : 'level';
  return count === 1 ? one : one === 'vertebra' ? 'vertebrae' : `${one}s`;
}

function ordinal(index: number): string {
  return ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'][index] ?? `${index + 1}th`;
}
