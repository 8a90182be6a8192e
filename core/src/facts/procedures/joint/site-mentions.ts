import type { Laterality } from '../../../model/laterality.ts';
import type { ProcedureNote, Span } from '../../text/note.ts';
import { sidesOfForm } from '../named-sites/side-field.ts';
import { isWatched } from '../named-sites/watched.ts';
import type { SiteWords } from './site-words.ts';
import { allMatches } from '../../text/all-matches.ts';

export interface SiteMention<Site extends SiteWords = SiteWords> extends Span {
  readonly site: Site;
  readonly side: Laterality | undefined;
}

export interface PlainSide extends Span {
  readonly side: Laterality;
}

const SIDE =
  /\b(?:(?<both>bilateral(?:ly)?|bilat\b\.?|b\/l\b|both(?! (?:injected|treated|done|blocked|of them|of these))\b|(?:left|l) ?(?:and|&|\/) ?(?:right|r)\b|(?:right|r) ?(?:and|&|\/) ?(?:left|l)\b|each side|each(?= (?:greater |sub)?(?:knee|hip|shoulder|trochanter\w*|acromial|elbow|wrist|ankle|(?:\w+ ){1,2}bursa)\b))|(?<left>left|lt\b\.?|lft\b)|(?<right>right|rt\b\.?|rgt\b))/g;
/** `R knee`, `(L)`: one capital letter before a place or in brackets. */
const LETTER = /(?:^|[\s,;:(])(?:([RL])(?=\.? +[a-zA-Z]{2})|\(([RLB])\))/g;
const ELSEWHERE_AFTER =
  /^[- ](?:lateral )?(?:decub|hand(?:ed\b|[- ]domina)|side (?:up|down|lying)|ear\b|eye\b|upper quadrant|lower quadrant|heart|at this time|away)/;
const ELSEWHERE_BEFORE =
  /(?:lying on (?:the|her|his)|turned to(?: the)?|rotated(?: to)?(?: the)?|radiat\w+ (?:to|into|down)(?: the| her| his)?) $/;

/** Sides as plain words, limbs included: for joints the limb is the place treated. */
export function plainSides(note: ProcedureNote, span: Span): PlainSide[] {
  const sides: PlainSide[] = [];
  const words = note.lower.slice(span.start, span.end);
  for (const found of allMatches(words, SIDE)) {
    const end = found.index + found[0].length;
    if (ELSEWHERE_AFTER.test(words.slice(end, end + 26))) continue;
    if (ELSEWHERE_BEFORE.test(words.slice(Math.max(0, found.index - 28), found.index))) continue;
    if (isWatched(words, found.index, end)) continue;
    const { both, left } = found.groups ?? {};
    const side: Laterality = both ? 'bilateral' : left ? 'left' : 'right';
    sides.push({ side, start: span.start + found.index, end: span.start + end });
  }
  for (const found of allMatches(note.text.slice(span.start, span.end), LETTER)) {
    const letter = found[1] ?? found[2]!;
    const start = span.start + found.index + found[0].indexOf(letter);
    if (sides.some((one) => one.start <= start && start < one.end)) continue;
    sides.push({ side: letter === 'R' ? 'right' : letter === 'L' ? 'left' : 'bilateral', start, end: start + 1 });
  }
  for (const one of sidesOfForm(note, span)) if (!sides.some((side) => side.start === one.start)) sides.push(one);
  return sides.sort((one, other) => one.start - other.start);
}

/** The places named between two offsets, each with the side that is said of it. */
export function siteMentions<Site extends SiteWords>(
  note: ProcedureNote,
  span: Span,
  sites: readonly Site[],
): SiteMention<Site>[] {
  const words = note.lower.slice(span.start, span.end);
  const hits: { site: Site; start: number; end: number }[] = [];
  for (const site of sites) {
    for (const found of allMatches(words, site.words))
      hits.push({ site, start: span.start + found.index, end: span.start + found.index + found[0].length });
  }
  hits.sort((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start);
  const kept: typeof hits = [];
  for (const hit of hits) if (!kept.some((one) => one.start < hit.end && hit.start < one.end)) kept.push(hit);
  const inner = new Set(kept.flatMap((one) => one.site.within ?? []));
  const named = kept.filter((one) => !inner.has(one.site.site)).sort((one, other) => one.start - other.start);
  const sides = plainSides(note, span);
  const trailing = named[0] !== undefined && sides[0] !== undefined && sides[0].start > named[0].start;
  return named.map((one, index) => {
    const next = named[index + 1]?.start ?? span.end;
    const before = sides.findLast((side) => side.end <= one.start);
    const after = sides.find((side) => side.start >= one.end && side.start < next);
    const chosen = trailing ? (after ?? before) : (before ?? after);
    return { ...one, side: chosen?.side };
  });
}
