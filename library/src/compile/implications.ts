import type { CodeRecord, Recipe } from '@interspace/core/model/law/coding';
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

/**
 * What each code says about the service by itself: family, region, the kinds of procedure whose recipe can end in it,
 * which level it stands for. Coverage of a claim without a chart begins here.
 */
export function implicationsOf(
  codes: readonly CodeRecord[],
  recipes: readonly Recipe[],
  drugs: readonly Drug[],
): CodeImplication[] {
  const uses = usesOf(recipes);
  const listed = new Set(codes.map((record) => record.code));
  const supplies = new Set(drugs.flatMap((drug) => drug.billing.map((billing) => billing.code)));
  const drugCodes = [...supplies].filter((code) => !listed.has(code)).sort();
  const implied = codes.map((record): CodeImplication => {
    const use = uses.get(record.code);
    const regions = record.region?.split('-').filter((word) => (SPINAL_REGIONS as readonly string[]).includes(word));
    const included = record.guidance.some((rule) => rule.rule === 'included');
    const procedure =
      record.role === 'procedure' || record.role === 'add-on' || record.role === 'unlisted' || record.role === 'other';
    return {
      code: record.code,
      lineKind: LINE_KINDS[record.role] ?? 'procedure',
      facts: {},
      ...defined({
        from: record.from,
        through: record.through,
        family: procedure && record.role !== 'unlisted' ? record.family : undefined,
        kinds: use ? [...use.kinds].sort() : undefined,
        regions: regions && regions.length > 0 ? regions : undefined,
        guidanceIncluded: included ? true : undefined,
        guidance: included ? BUILT_IN : undefined,
        level: record.role === 'add-on' ? Math.max(2, use?.level ?? 2) : use?.level,
      }),
    };
  });
  return [...implied, ...drugCodes.map((code): CodeImplication => ({ code, lineKind: 'drug', facts: {} }))];
}

interface Use {
  readonly kinds: Set<string>;
  level: number | undefined;
}

function usesOf(recipes: readonly Recipe[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  const note = (code: string | undefined, kinds: readonly string[], level: number | undefined) => {
    if (code === undefined) return;
    const use = uses.get(code) ?? { kinds: new Set<string>(), level };
    for (const kind of kinds) use.kinds.add(kind);
    use.level = use.level === undefined || level === undefined ? (use.level ?? level) : Math.min(use.level, level);
    uses.set(code, use);
  };
  for (const recipe of recipes) {
    const levels = recipe.shape === 'levels';
    for (const choice of recipe.choices) {
      note(choice.first, recipe.kinds, levels ? 1 : undefined);
      note(choice.further, recipe.kinds, levels ? 2 : undefined);
      note(choice.rest, recipe.kinds, levels ? 3 : undefined);
    }
  }
  return uses;
}
