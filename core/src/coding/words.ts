import type { Recipe } from '../model/law/coding.ts';
import type { Laterality } from '../model/laterality.ts';
import type { Level } from './levels.ts';

/** The region group of a recipe that a region belongs to; a recipe without groups has one nameless group. */
export function groupOf(recipe: Recipe, region: string | undefined): string | undefined {
  if (!recipe.groups) return '';
  if (region === undefined) return undefined;
  return Object.entries(recipe.groups).find(([, regions]) => regions.includes(region))?.[0];
}

/** `cervical-thoracic` → `cervical or thoracic region, `. */
export function groupInWords(group: string | undefined): string {
  return group ? `${group.replaceAll('-', ' or ')} region, ` : '';
}

/** `L4-L5 left, L5-S1 both sides`. */
export function levelsInWords(levels: readonly Pick<Level, 'name' | 'side'>[]): string {
  return levels.map((level) => `${level.name ?? 'level not named'}${sideInWords(level.side)}`).join(', ');
}

export function sideInWords(side: Laterality | undefined): string {
  if (side === undefined || side === 'midline') return '';
  return side === 'bilateral' ? ' both sides' : ` ${side}`;
}
