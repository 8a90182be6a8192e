import type { Reading } from './rewritten.ts';
import { allMatches } from './all-matches.ts';
import type { TextIndex } from './text-index.ts';

/** `{RIGHT:2}`: what was picked from a list, with its place in the list. */
const PICKED = /\{([^{}:\n]{1,90}):\d{1,3}\}/g;
/** `{fluoroscopy* | CT | none}`, `{4*}`. */
const LIST = /\{([^{}\n]{1,160}(?:\*|[|/])[^{}\n]{0,160})\}/g;
/** `All references to "left" in the note should read RIGHT.` */
const SHOULD_READ =
  /\b(?:references?|mentions?|statements?|instances?|entries|occurrences?) (?:to|of) (?:the )?["'\u201c\u2018]?(left|right)["'\u201d\u2019]?[^.\n]{0,50}\b(?:should|must|are to|is to|ought to) (?:read|be(?: read(?: as)?)?|say|have (?:read|been))(?: as)? (?:the )?["'\u201c\u2018]?(left|right)\b/i;

/** What a template asked and the author picked, as plain words. */
export function picked(text: string): Reading[] {
  if (!text.includes('{')) return [];
  const found = [...allMatches(text, PICKED)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
    words: one[1]!,
  }));
  return text.includes('*}') || /\*\s*[|/,]/.test(text) ? [...found, ...starred(text)].toSorted(byStart) : found;
}

/** The lists of a macro in which what was chosen bears a star; of a list without one nothing was chosen. */
function starred(text: string): Reading[] {
  return [...allMatches(text, LIST)].map((one) => {
    const chosen = one[1]!.split(/[|/,]/).filter((option) => option.trimEnd().endsWith('*') && option.trim() !== '***');
    return {
      start: one.index,
      end: one.index + one[0].length,
      words: chosen.length === 0 ? ' ' : chosen.map((option) => option.trim().replace(/\*+$/, '')).join(', '),
    };
  });
}

/** `L3-4   >>L4-5<<   L5-S1`: of places in a row the one that is ringed. */
const RINGED = /(?:>>|\(\(|\[\[|<<) ?([^<>()[\]\n]{1,30}?) ?(?:<<|\)\)|\]\]|>>)/g;
const PLACE = /\b(?:[CTLS]-?\d{1,2}(?:[-/][CTLS]?\d{1,2})?|right|left|bilateral|[RL])\b/gi;

/** A line of a printed form on which something is ringed says that and nothing else of its kind. */
export function ringed(text: string): Reading[] {
  if (!/>>|<<|\(\(|\[\[/.test(text)) return [];
  return [...allMatches(text, /[^\n\r]+/g)].flatMap((line) => {
    const rings = [...allMatches(line[0], RINGED)].map((ring) => ({
      from: ring.index,
      to: ring.index + ring[0].length,
      words: ring[1]!,
    }));
    if (rings.length === 0) return [];
    const places = rings.every(({ words }) => words.match(PLACE)) ? [...allMatches(line[0], PLACE)] : [];
    const others = places.filter((one) => !rings.some((ring) => ring.from <= one.index && one.index < ring.to));
    return [
      ...rings.map(({ from, to, words }) => ({ start: line.index + from, end: line.index + to, words: ` ${words} ` })),
      ...others.map((one) => ({
        start: line.index + one.index,
        end: line.index + one.index + one[0].length,
        words: ' ',
      })),
    ].toSorted(byStart);
  });
}

function byStart(one: Reading, other: Reading): number {
  return one.start - other.start;
}

/** An addendum that corrects the side of the whole note: each side before it is read as corrected. */
export function correctedSides(text: string, index: TextIndex): Reading[] {
  const found = index.search(SHOULD_READ, text).from(0);
  if (!found) return [];
  const [from, to] = [found[1]!.toLowerCase(), found[2]!.toLowerCase()];
  if (from === to) return [];
  const until = Math.max(
    text.lastIndexOf('ADDENDUM', found.index),
    text.toLowerCase().lastIndexOf('addendum', found.index),
  );
  const words = new RegExp(`\\b${from}`, 'gi');
  return [...allMatches(text.slice(0, until > 0 ? until : found.index), words)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
    words: one[0] === one[0].toUpperCase() ? to.toUpperCase() : to,
  }));
}
