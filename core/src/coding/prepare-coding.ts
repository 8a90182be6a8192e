import type { Library } from '../model/library.ts';
import type { IsoDate } from '../model/date.ts';
import { isInForce } from '../model/period.ts';
import type { CodeRecord, CodingHabits, GuidanceRule, Recipe, Site } from '../model/law/coding.ts';
import type { Drug } from '../model/law/drug.ts';

/** The law of coding, indexed once: recipes by kind, codes, sites and drugs by name. */
export interface PreparedCoding {
  readonly recipes: ReadonlyMap<string, Recipe>;
  readonly codes: ReadonlyMap<string, CodeRecord>;
  /** Sites by `kind/name`. */
  readonly sites: ReadonlyMap<string, Site>;
  /** Kinds of site that are listed at all: a recipe for another kind takes any name. */
  readonly siteKinds: ReadonlySet<string>;
  readonly drugs: ReadonlyMap<string, Drug>;
  readonly habits: CodingHabits;
  /** Which primaries a guidance code may stand with; undefined when it is no add-on. */
  readonly primaries: ReadonlyMap<string, ReadonlySet<string>>;
}

export function prepareCoding(library: Library): PreparedCoding {
  const { coding } = library;
  const primaries = new Map<string, Set<string>>();
  for (const edition of library.edits.addOns)
    for (const row of edition.rows) {
      const known = primaries.get(row.addOn) ?? new Set<string>();
      for (const primary of row.primaries) known.add(primary);
      primaries.set(row.addOn, known);
    }
  return {
    recipes: new Map(coding.recipes.flatMap((recipe) => recipe.kinds.map((kind) => [kind, recipe] as const))),
    codes: new Map(coding.codes.map((record) => [record.code, record])),
    sites: new Map(coding.sites.map((site) => [`${site.kind}/${site.site}`, site])),
    siteKinds: new Set(coding.sites.map((site) => site.kind)),
    drugs: new Map(library.drugs.map((drug) => [drug.name, drug])),
    habits: coding.habits,
    primaries,
  };
}

/** How imaging stands to a code on a day; without a date the rule in force now. */
export function guidanceRule(
  record: CodeRecord | undefined,
  on: IsoDate | undefined,
): GuidanceRule['rule'] | undefined {
  return record?.guidance.find((rule) => (on === undefined ? rule.through === undefined : isInForce(rule, on)))?.rule;
}
