import { interspacesBetween } from '../../model/spine/interspace.ts';
import { vertebraPosition } from '../../model/spine/vertebra.ts';

/** A level named in the text: interspaces (`L4-L5`), or one vertebra or root (`L5`). */
export interface NamedLevel {
  readonly start: number;
  readonly end: number;
  readonly interspaces: readonly string[];
  readonly vertebra: string | undefined;
}

const LEVEL =
  /(?<![a-z0-9])([ctls])\s?-?(\d{1,2})(?:\s*(?:-|\/|to|through|thru|down to)\s*([ctls])?\s?-?(\d{1,2}))?(?![\d%]|\.\d|\/\d| ?m[lg]\b)/g;

/** Levels of a stretch of lower-case text: `l4-5`, `L4/L5`, `l3 through s1`, `c5`. T1 and T2 of a weighted image are no levels. */
export function levelsIn(text: string): NamedLevel[] {
  const found: NamedLevel[] = [];
  LEVEL.lastIndex = 0;
  for (let hit = LEVEL.exec(text); hit; hit = LEVEL.exec(text)) {
    const [start, end] = [hit.index, hit.index + hit[0].length];
    const [, letter, upper, letter2, lower] = hit;
    if (/^[\s-]*(?:weighted|signal|hyperintens|hypointens|image|sequence)/.test(text.slice(end, end + 14))) continue;
    const from = `${letter!.toUpperCase()}${Number(upper)}`;
    if (vertebraPosition(from) === undefined) continue;
    if (lower === undefined) {
      found.push({ start, end, interspaces: [], vertebra: from });
      continue;
    }
    const to = `${(letter2 ?? (from === 'L5' && lower === '1' ? 's' : from === 'C7' && lower === '1' ? 't' : letter!)).toUpperCase()}${Number(lower)}`;
    const spaces = interspacesBetween(from, to);
    if (spaces.length > 0) found.push({ start, end, interspaces: spaces, vertebra: undefined });
  }
  return found;
}

/** All interspaces that a text names, in order, each once. */
export function interspacesIn(text: string): string[] {
  return [...new Set(levelsIn(text).flatMap((level) => level.interspaces))];
}

const SIDE =
  /\b(bilateral(?:ly)?|both|left(?:-sided|ward)?|right(?:-sided|ward)?|left ?> ?right|midline|central(?:ly)?)\b/g;

/** The side that a text names: `bilateral` when it names both. */
export function sideIn(text: string): 'left' | 'right' | 'bilateral' | undefined {
  let [left, right] = [false, false];
  SIDE.lastIndex = 0;
  for (let hit = SIDE.exec(text); hit; hit = SIDE.exec(text)) {
    const word = hit[1]!;
    if (word.startsWith('b')) return 'bilateral';
    if (word.startsWith('left')) left = true;
    if (word.startsWith('right')) right = true;
  }
  return left && right ? 'bilateral' : left ? 'left' : right ? 'right' : undefined;
}
