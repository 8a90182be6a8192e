import { tableRows, type Cell } from './table-rows.ts';
import type { Reading } from './rewritten.ts';

const PLACE = /^(?:nerves?|levels?|targets?|joints?|sites?|branch(?:es)?|medial branch(?:es)?|location)\b/i;
const SIDE = /^(?:side|laterality|l\/r|r\/l)$/i;
/** What the figures of a column are, said behind each of them. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:set )?temp(?:erature)?\b|^deg|°/i, ' C'],
  [/^(?:sec(?:ond)?s?|time|duration)\b/i, ' sec'],
];
const NUMBER = /^\d{2,3}$/;

/**
 * A table with a row for each nerve or joint (`| 2 | R | L4 MB | 85 | 90 |` under `| # | Side | Nerve | Temp | Sec |`) is read as
 * a line for each: the side before the place, figures with what they are. Its head says nothing was done and is left out.
 */
export function recordTable(text: string): Reading[] {
  if (!text.includes('|')) return [];
  const readings: Reading[] = [];
  let units: ReadonlyMap<number, string> | undefined;
  let side = -1;
  for (const cells of tableRows(text)) {
    if (cells === undefined) {
      units = undefined;
      continue;
    }
    if (units === undefined) {
      if (cells.some((cell) => PLACE.test(cell.words)) && cells.every((cell) => !/^\d/.test(cell.words))) {
        units = unitsOf(cells);
        side = cells.findIndex((cell) => SIDE.test(cell.words));
        readings.push(...cells.flatMap((cell) => (cell.words === '' ? [] : [blank(cell)])));
      }
      continue;
    }
    readings.push(...readRow(cells, units, side));
  }
  return readings;
}

function unitsOf(cells: readonly Cell[]): ReadonlyMap<number, string> {
  const units = new Map<number, string>();
  for (const [index, { words }] of cells.entries()) {
    const unit = UNITS.find(([head]) => head.test(words))?.[1];
    if (unit !== undefined) units.set(index, unit);
  }
  return units;
}

/** The strokes between cells become commas, but for the one behind the side: it belongs to the place. */
function readRow(cells: readonly Cell[], units: ReadonlyMap<number, string>, side: number): Reading[] {
  return cells.flatMap((cell, index) => {
    const readings: Reading[] = [];
    const unit = units.get(index);
    if (unit !== undefined && NUMBER.test(cell.words))
      readings.push({ start: cell.start, end: cell.end, words: `${cell.words}${unit}` });
    if (cell.stroke !== undefined && index < cells.length - 1)
      readings.push({ start: cell.stroke, end: cell.stroke + 1, words: index === side ? ' ' : ',' });
    return readings;
  });
}

function blank({ start, end, words }: Cell): Reading {
  return { start, end, words: ' '.repeat(words.length) };
}
