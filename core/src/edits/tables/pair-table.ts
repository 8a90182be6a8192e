import { dayNumber } from '../../model/date.ts';
import type { CodeKey, PairEdition, PairTable } from '../../model/law/edits.ts';
import { codeKey } from '../code-key.ts';

const EMPTY = -1;
const ALWAYS = -2_147_483_648;
const NEVER_ENDS = 2_147_483_647;

type Find = PairTable['find'];

/** A pair table. Its index is made at the first question: many a run asks about no pair at all. */
export function pairTable(edition: PairEdition): PairTable {
  let find: Find | undefined;
  return { edition, find: (column1, column2, day) => (find ??= indexOf(edition))(column1, column2, day) };
}

/**
 * The rows in typed arrays with open addressing: one look-up is a hash and a short walk, without allocation. A pair may
 * stand several times with different dates, so the walk goes on over equal keys.
 */
function indexOf({ rows }: PairEdition): Find {
  let size = 16;
  while (size < rows.length * 2) size *= 2;
  const mask = size - 1;
  const first = new Int32Array(size).fill(EMPTY);
  const second = new Int32Array(size);
  const from = new Int32Array(size);
  const through = new Int32Array(size);
  const indicator = new Uint8Array(size);
  for (const row of rows) {
    const [one, other] = [codeKey(row.column1), codeKey(row.column2)];
    let at = slot(one, other) & mask;
    while (first[at] !== EMPTY) at = (at + 1) & mask;
    first[at] = one;
    second[at] = other;
    from[at] = row.from === undefined ? ALWAYS : dayNumber(row.from);
    through[at] = row.through === undefined ? NEVER_ENDS : dayNumber(row.through);
    indicator[at] = row.indicator;
  }
  return (column1: CodeKey, column2: CodeKey, day: number): number => {
    let at = slot(column1, column2) & mask;
    while (first[at] !== EMPTY) {
      if (first[at] === column1 && second[at] === column2 && day >= (from[at] ?? 0) && day <= (through[at] ?? 0))
        return indicator[at] ?? -1;
      at = (at + 1) & mask;
    }
    return -1;
  };
}

function slot(one: number, other: number): number {
  let hash = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d) ^ Math.imul(other, 0x297a2d39);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x85ebca6b) >>> 3;
}
