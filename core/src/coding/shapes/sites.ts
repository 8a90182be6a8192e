import type { Laterality } from '../../model/laterality.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Recipe, RecipeChoice, Site, SiteCode } from '../../model/law/coding.ts';
import type { Procedure, Target } from '../../model/procedure.ts';
import { holds, type Circumstances } from '../condition.ts';
import { isDiagnostic } from '../diagnostic.ts';
import { say, sayHabit, takesSide, type Sheet } from '../draft.ts';
import { joinSides } from '../levels.ts';
import { sideInWords } from '../words.ts';

interface Treated {
  readonly name: string | undefined;
  readonly site: Site | undefined;
  side: Laterality | undefined;
  evidence: Evidence[];
  count: number;
  readonly names: Set<string>;
}

/** One line per named site and side; the site's own code goes before the recipe's. */
export function codeSites(sheet: Sheet, recipe: Recipe, procedures: readonly Procedure[]): void {
  for (const procedure of procedures) {
    const targets: readonly Target[] =
      procedure.targets.length > 0
        ? procedure.targets
        : [{ kind: 'site', name: undefined, side: undefined, evidence: procedure.evidence }];
    for (const treated of joinTargets(sheet, recipe, targets)) codeSite(sheet, recipe, procedure, treated);
  }
}

function codeSite(sheet: Sheet, recipe: Recipe, procedure: Procedure, treated: Treated): void {
  const { context } = sheet;
  const at: Circumstances = {
    procedure,
    on: context.dateOfService,
    claimType: context.claimType,
    siteKind: treated.site?.kind,
    size: treated.site?.size,
    count: treated.count,
    bothSides: treated.side === 'bilateral',
  };
  const listed = recipe.siteKinds?.some((kind) => sheet.law.siteKinds.has(kind)) ?? false;
  const named = treated.names.size > 0 && !recipe.whole ? [...treated.names] : treated.name ? [treated.name] : [];
  const label = [recipe.title, ...named.map((name) => name.replaceAll('-', ' '))].join(', ');
  const before: RecipeChoice | undefined = recipe.choices.find(
    (one) => one.beforeSites === true && holds(one.when, at),
  );
  const own: SiteCode | undefined = before ? undefined : treated.site?.codes?.find((code) => holds(code, at));
  const choice: RecipeChoice | undefined = before ?? recipe.choices.find((one) => holds(one.when, at));
  // A recipe whose sites are listed needs the name: without it any code would be a guess.
  const nameless = listed && treated.name === undefined && !recipe.whole;
  const code = nameless ? undefined : (own?.code ?? choice?.first);
  if (code === undefined) {
    sheet.notCoded.push(`${label}: ${nameless ? 'the site is not named' : (choice?.refuse ?? 'no code')}`);
    sayHabit(sheet, 'site-unknown', label, treated.evidence.length > 0 ? treated.evidence : procedure.evidence);
    return;
  }
  const once = !own && choice?.once === true;
  // A code that stands once whatever the sites is not written again for the next one.
  const written = (draft: Sheet['drafts'][number]) => draft.code === code && draft.procedure === procedure.id;
  if (once && sheet.drafts.some((draft) => written(draft) && draft.site === undefined)) return;
  const sided = recipe.sided && !once && treated.site?.midline !== true && takesSide(sheet.law.codes.get(code));
  const modifiers =
    isDiagnostic(sheet, recipe, procedure, code) && !once && recipe.diagnostic ? [recipe.diagnostic.modifier] : [];
  const partial = recipe.whole ? missingBranches(sheet, recipe, treated) : false;
  if (partial && recipe.whole && !once) {
    modifiers.push(recipe.whole.modifier);
    say(sheet, recipe, 'partial', treated.evidence, code);
  }
  const because = own ? '' : choice?.because ? `; ${choice.because}` : '';
  sheet.drafts.push({
    code,
    side: treated.side,
    sided,
    units: once ? 1 : treated.count,
    modifiers,
    why: `${label}${sideInWords(treated.side)}${treated.count > 1 && !once ? `, ${treated.count} of them` : ''}${because}.`,
    evidence: [...treated.evidence, ...procedure.guidance.evidence],
    procedure: procedure.id,
    site: once ? undefined : (treated.name ?? recipe.recipe),
  });
  if (choice?.finding && !own)
    say(
      sheet,
      recipe,
      choice.finding,
      procedure.guidance.evidence.length > 0 ? procedure.guidance.evidence : procedure.evidence,
      code,
    );
  if (sided && treated.side === undefined) sayHabit(sheet, 'side-unknown', label, treated.evidence, code);
}

/** Equal sites become one with both sides, unless the body has many of that name. */
function joinTargets(sheet: Sheet, recipe: Recipe, targets: readonly Target[]): Treated[] {
  const treated = new Map<string, Treated>();
  for (const target of targets) {
    const site = siteOf(sheet, recipe, target.name);
    const together = recipe.oncePerSide === true || recipe.whole !== undefined;
    const key = together ? 'all' : (site?.partOf ?? target.name ?? '?');
    const known = treated.get(key);
    if (!known) {
      treated.set(key, {
        name: target.name,
        site,
        side: target.side,
        evidence: [...target.evidence],
        count: 1,
        names: new Set(target.name ? [target.name] : []),
      });
      continue;
    }
    known.evidence.push(...target.evidence);
    if (target.name) known.names.add(target.name);
    if (site?.many && !together && (known.side === target.side || target.side === undefined)) known.count += 1;
    else known.side = joinSides(known.side, target.side);
  }
  return [...treated.values()];
}

function siteOf(sheet: Sheet, recipe: Recipe, name: string | undefined): Site | undefined {
  if (name === undefined) return undefined;
  for (const kind of recipe.siteKinds ?? []) {
    const found = sheet.law.sites.get(`${kind}/${name}`);
    if (found) return found;
  }
  return undefined;
}

/** Branches were named, and not all of them. When none is named nothing is known, and nothing is reduced. */
function missingBranches(sheet: Sheet, recipe: Recipe, treated: Treated): boolean {
  const whole = recipe.whole && sheet.law.sites.get(`${recipe.siteKinds?.[0] ?? ''}/${recipe.whole.site}`);
  const branches = whole?.branches ?? [];
  const named = branches.filter((branch) => treated.names.has(branch));
  return named.length > 0 && named.length < branches.length;
}
