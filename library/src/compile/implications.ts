import type { CodeRecord, Recipe, RecipeChoice, Site } from '@interspace/core/model/law/coding';
import type { Drug } from '@interspace/core/model/law/drug';
import type { CodeImplication } from '@interspace/core/model/law/policy';
import { SPINAL_REGIONS } from '@interspace/core/model/spine/region';
import { defined } from './citations.ts';

const LINE_KINDS: Readonly<Record<string, CodeImplication['lineKind']>> = {
  guidance: 'guidance',
  drug: 'drug',
  device: 'device',
  evaluation: 'evaluation',
  anesthesia: 'evaluation',
  sedation: 'evaluation',
};
/** Imaging that a code with built-in guidance can mean. */
const BUILT_IN = ['fluoroscopy', 'ct'];
const NO_IMAGING: ReadonlySet<string> = new Set(['none', 'unknown']);

/**
 * What each code says about the service by itself: family, region, the kinds of procedure whose recipe can end in it,
 * which level it stands for. Coverage of a claim without a chart begins here.
 */
export function implicationsOf(
  codes: readonly CodeRecord[],
  recipes: readonly Recipe[],
  drugs: readonly Drug[],
  sites: readonly Site[] = [],
): CodeImplication[] {
  const uses = usesOf(recipes);
  const siteOf = sitesByCode(sites);
  const listed = new Set(codes.map((record) => record.code));
  const supplies = new Set(drugs.flatMap((drug) => drug.billing.map((billing) => billing.code)));
  const drugCodes = [...supplies].filter((code) => !listed.has(code)).sort();
  const implied = codes.map((record): CodeImplication => {
    const use = uses.get(record.code);
    const regions = record.region?.split('-').filter((word) => (SPINAL_REGIONS as readonly string[]).includes(word));
    const included = record.guidance.some((rule) => rule.rule === 'included');
    // A code that no recipe ends in and one site has stands for that site.
    const site = use ? undefined : siteOf.get(record.code);
    const procedure =
      record.role === 'procedure' || record.role === 'add-on' || record.role === 'unlisted' || record.role === 'other';
    return {
      code: record.code,
      lineKind: LINE_KINDS[record.role] ?? 'procedure',
      facts: site === undefined ? {} : { levels: [site] },
      ...defined({
        from: record.from,
        through: record.through,
        family: procedure && record.role !== 'unlisted' ? record.family : undefined,
        kinds: use ? [...use.kinds].sort() : undefined,
        regions: regions && regions.length > 0 ? regions : undefined,
        guidanceIncluded: included ? true : undefined,
        guidance: included ? (use && use.guidance.length > 0 ? use.guidance : BUILT_IN) : undefined,
        level: record.role === 'add-on' ? Math.max(2, use?.level ?? 2) : use?.level,
      }),
    };
  });
  return [...implied, ...drugCodes.map((code): CodeImplication => ({ code, lineKind: 'drug', facts: {} }))];
}

interface Use {
  readonly kinds: Set<string>;
  level: number | undefined;
  /** The imaging of a code that is chosen by one imaging alone. */
  guidance: readonly string[];
}

/** Codes that one site alone has, with its name. */
function sitesByCode(sites: readonly Site[]): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { site, codes } of sites)
    for (const { code } of codes ?? []) found.set(code, (found.get(code) ?? new Set()).add(site));
  return new Map([...found].flatMap(([code, names]) => (names.size === 1 ? [[code, [...names][0]!]] : [])));
}

function usesOf(recipes: readonly Recipe[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  const note = (code: string | undefined, { kinds }: Recipe, { when }: RecipeChoice, level: number | undefined) => {
    if (code === undefined) return;
    const guidance = when?.guidance?.length === 1 && !NO_IMAGING.has(when.guidance[0]!) ? when.guidance : [];
    const use = uses.get(code) ?? { kinds: new Set<string>(), level, guidance };
    if (use.guidance[0] !== guidance[0]) use.guidance = [];
    for (const kind of kinds) use.kinds.add(kind);
    use.level = use.level === undefined || level === undefined ? (use.level ?? level) : Math.min(use.level, level);
    uses.set(code, use);
  };
  for (const recipe of recipes) {
    const levels = recipe.shape === 'levels';
    for (const choice of recipe.choices) {
      note(choice.first, recipe, choice, levels ? 1 : undefined);
      note(choice.further, recipe, choice, levels ? 2 : undefined);
      note(choice.rest, recipe, choice, levels ? 3 : undefined);
    }
  }
  return uses;
}
