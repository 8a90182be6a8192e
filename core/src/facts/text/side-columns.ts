import type { Reading } from './rewritten.ts';
import { tableRows, type Cell } from './table-rows.ts';

type Side = 'right' | 'left';

const RIGHT = /^(?:right|rt|r)(?: sides?)?$/i;
const LEFT = /^(?:left|lt|l)(?: sides?)?$/i;
const LEVEL = /\b[CTLS]-?\d/i;
const DONE =
  /^(?:done|yes|y|x|\[ ?x ?\]|[\u2611\u2612\u2713\u2714]|\+|treated|injected|blocked|lesioned|ablated|performed|completed?)$/i;
const NOT_DONE =
  /^(?:|not\b.*|no|n|none|n\/a|na|-+|[\u2013\u2014]|\[[\s_]*\]|[\u2610\u25a1]|omitted|skipped|deferred|0)$/i;

/**
 * `| L3 MB | done | not done |` under `| | RIGHT | LEFT |`: what stands in the column of a side is read with that side, and
 * a row that only says where the level of its label was done names that level for each side on which it was.
 */
export function sideColumns(text: string): Reading[] {
  if (!text.includes('|')) return [];
  const readings: Reading[] = [];
  let sides: ReadonlyMap<number, Side> | undefined;
  for (const cells of tableRows(text)) {
    if (cells === undefined) {
      sides = undefined;
      continue;
    }
    const heads = sidesOf(cells);
    if (heads) sides = heads;
    else if (sides) readings.push(...readRow(cells, sides));
  }
  return readings;
}

/** The columns of a table's head that are a side; none unless both sides have one. */
function sidesOf(cells: readonly Cell[]): ReadonlyMap<number, Side> | undefined {
  const right = cells.findIndex((cell) => RIGHT.test(cell.words));
  const left = cells.findIndex((cell) => LEFT.test(cell.words));
  return right < 0 || left < 0
    ? undefined
    : new Map([
        [right, 'right'],
        [left, 'left'],
      ]);
}

function readRow(cells: readonly Cell[], sides: ReadonlyMap<number, Side>): Reading[] {
  const label = cells.find((cell, index) => !sides.has(index) && LEVEL.test(cell.words));
  const told = [...sides].flatMap(([index, side]) => (cells[index] ? [{ cell: cells[index], side }] : []));
  const ticks = told.every(({ cell }) => DONE.test(cell.words) || NOT_DONE.test(cell.words));
  if (!ticks || !label)
    return inOrder(
      told.flatMap(({ cell, side }) => (LEVEL.test(cell.words) ? [reading(cell, `${side} ${cell.words}`)] : [])),
    );
  // The label alone would name its level without a side.
  return inOrder([
    reading(label, ' '.repeat(label.words.length)),
    ...told.flatMap(({ cell, side }) =>
      cell.words === ''
        ? []
        : [reading(cell, DONE.test(cell.words) ? `${side} ${label.words}` : ' '.repeat(cell.words.length))],
    ),
  ]);
}

function reading({ start, end }: Cell, words: string): Reading {
  return { start, end, words };
}

function inOrder(readings: readonly Reading[]): Reading[] {
  return readings.toSorted((one, other) => one.start - other.start);
}
