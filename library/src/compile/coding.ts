import type { CodeRecord, CodingHabits, CodingLaw, Recipe, Site } from '@interspace/core/model/law/coding';
import type { Drug } from '@interspace/core/model/law/drug';
import type { Issue } from '@interspace/core/model/result';
import { CodeFile } from '../schema/codes.ts';
import { DrugFile } from '../schema/drugs.ts';
import { FamilyFile, HabitsFile, RecipeFile, SiteFile } from '../schema/recipes.ts';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';

export interface CompiledCoding {
  readonly coding: CodingLaw | undefined;
  readonly drugs: readonly Drug[];
  readonly families: Readonly<Record<string, readonly string[]>>;
}

/** Everything under library/codes except the code sets; the first key tells what a file holds. */
export function compileCoding(files: readonly SourceFile[], issues: Issue[]): CompiledCoding {
  const codes: CodeRecord[] = [];
  const recipes: Recipe[] = [];
  const sites: Site[] = [];
  const drugs: Drug[] = [];
  const families: Record<string, string[]> = {};
  let habits: CodingHabits | undefined;
  for (const file of files) {
    const keys = typeof file.data === 'object' && file.data !== null ? Object.keys(file.data) : [];
    const take = <T>(
      read: { ok: true; value: T; issues: readonly Issue[] } | { ok: false; issues: readonly Issue[] },
    ): T | undefined => {
      issues.push(...read.issues);
      return read.ok ? read.value : undefined;
    };
    if (keys.includes('recipes')) recipes.push(...(take(readShape(RecipeFile, file)) ?? []));
    else if (keys.includes('sites')) sites.push(...(take(readShape(SiteFile, file)) ?? []));
    else if (keys.includes('drugs')) drugs.push(...(take(readShape(DrugFile, file)) ?? []));
    else if (keys.includes('families')) Object.assign(families, take(readShape(FamilyFile, file))?.families);
    else if (keys.includes('modifier-order')) habits = take(readShape(HabitsFile, file)) ?? habits;
    else codes.push(...(take(readShape(CodeFile, file)) ?? []));
  }
  return { coding: habits && { codes, recipes, sites, habits }, drugs, families };
}
