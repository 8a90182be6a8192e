import { allMatches } from './all-matches.ts';
import type { Reading } from './rewritten.ts';

/** A line that is nothing but a side: `SIDE R`, `Left side:`, `RIGHT`. A letter alone needs the word. */
const HEAD = /^(?:side[ \t]*[:=-]?[ \t]*(right|left|rt|lt|r|l)|(right|left)(?:[ \t]+side)?)[ \t]*:?$/i;
const LONGEST_HEAD = 20;
const LEVEL = /\b[CTLS]-?\d/gi;
/** A level behind a box or a gap needs the side again: a box that is not ticked takes what stands before it away. */
const APART = /\]\s*$|\s{2}$/;
const SIDED = /\b(?:right|left|rt|lt|bilat\w*|both|[RL])\b(?![ \t]*\d)/;

/**
 * `SIDE R` over a few lines, `SIDE L` over a few others: each line of such a block that names levels is read with its side.
 * A block goes on to the next such line or to an empty one; one side alone is left to those who read titles.
 */
export function sideBlocks(text: string): Reading[] {
  const heads = headsIn(text);
  if (new Set(heads.map(({ side }) => side)).size < 2) return [];
  return heads.flatMap(({ end, side }, index) => {
    const from = end + 1;
    const next = heads[index + 1]?.start ?? text.length;
    const gap = text.slice(from, next).search(/\n[ \t]*\r?\n/);
    return linesWithSide(text, from, gap < 0 ? next : from + gap, side);
  });
}

interface Head {
  readonly start: number;
  readonly end: number;
  readonly side: string;
}

function headsIn(text: string): Head[] {
  const heads: Head[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end).trim();
    const head = line.length > 0 && line.length <= LONGEST_HEAD ? HEAD.exec(line) : null;
    const side = head?.[1] ?? head?.[2];
    if (side !== undefined) heads.push({ start, end, side: side.toLowerCase().startsWith('r') ? 'right' : 'left' });
    start = end + 1;
  }
  return heads;
}

function linesWithSide(text: string, from: number, to: number, side: string): Reading[] {
  const readings: Reading[] = [];
  let at = from;
  for (const line of text.slice(from, to).split('\n')) {
    const levels = [...allMatches(line, LEVEL)];
    const first = levels[0];
    if (first && !SIDED.test(line.slice(0, first.index)))
      for (const level of levels) {
        if (level !== first && !APART.test(line.slice(0, level.index))) continue;
        const start = at + level.index;
        // The first letter of the level goes with the side, so that all behind it stays where it stood.
        readings.push({ start, end: start + 1, words: `${side} ${level[0].charAt(0)}` });
      }
    at += line.length + 1;
  }
  return readings;
}
