import { KINDS, OTHER } from './letters.ts';
import { patternTree, type Piece, type Ways } from './pattern-tree.ts';

/** How many characters of a beginning are looked at. */
export const DEPTH = 3;
/**
 * Beginnings are numbered by their characters; those that stand inside a word, behind a letter or a figure, come after
 * all others and are as many again.
 */
export const INSIDE = KINDS ** DEPTH;
export const BEGINNINGS = 2 * INSIDE;

/** Half-open ranges of beginnings, `[from, to, from, to …]` in order: what the first characters of a match may be. */
export type Openings = readonly number[];

/**
 * A beginning as its kinds; `undefined` stands for any. Fewer than `DEPTH` where the match may end there. `edge` says that
 * a word begins (or ends) there.
 */
interface Beginning {
  readonly kinds: readonly (number | undefined)[];
  readonly edge: boolean;
}

const NOTHING: Beginning = { kinds: [], edge: false };

/** A pattern that may begin in more ways is as well looked for everywhere. */
const MOST = 600;

/**
 * With which characters a match of the pattern may begin, told from its source: only there need it be tried. Undefined
 * when that could be anywhere.
 */
export function openingsOf(pattern: RegExp): Openings | undefined {
  const tree = patternTree(pattern);
  const beginnings = tree && beginningsOfWays(tree);
  if (beginnings === undefined) return undefined;
  const ranges: [from: number, to: number][] = [];
  for (const { kinds: given, edge } of beginnings) {
    const wide = given.indexOf(undefined);
    const kinds = (wide < 0 ? given : given.slice(0, wide)) as readonly number[];
    if (kinds.length === 0) return undefined;
    const width = KINDS ** (DEPTH - kinds.length);
    const from = kinds.reduce((key, kind) => key * KINDS + kind, 0) * width;
    ranges.push([from, from + width]);
    // Behind a letter no word begins; before what is no letter, nothing is inside a word.
    if (!edge && kinds[0] !== OTHER) ranges.push([from + INSIDE, from + width + INSIDE]);
  }
  return joined(ranges);
}

function joined(ranges: readonly (readonly [from: number, to: number])[]): number[] {
  const flat: number[] = [];
  for (const [from, to] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = flat.length - 1;
    if (last >= 0 && from <= flat[last]!) flat[last] = Math.max(flat[last]!, to);
    else flat.push(from, to);
  }
  return flat;
}

type Beginnings = readonly Beginning[] | undefined;

function beginningsOfWays(ways: Ways): Beginnings {
  const all: Beginning[] = [];
  for (const way of ways) {
    const of = beginningsOfWay(way);
    if (of === undefined) return undefined;
    all.push(...of);
  }
  return unique(all);
}

function beginningsOfWay(pieces: readonly Piece[]): Beginnings {
  let so: Beginnings = [NOTHING];
  for (const piece of pieces) {
    if (so === undefined || so.every((one) => one.kinds.length === DEPTH)) break;
    if (piece.type === 'edge') so = so.map((one) => (one.kinds.length === 0 ? { ...one, edge: true } : one));
    if (piece.type !== 'letter' && piece.type !== 'group') continue;
    const of = beginningsOfPiece(piece);
    so = of && follow(so, of);
  }
  return so;
}

function beginningsOfPiece(piece: Piece & { type: 'letter' | 'group' }): Beginnings {
  const once: Beginnings =
    piece.type === 'group'
      ? beginningsOfWays(piece.ways)
      : (piece.kinds ?? [undefined]).map((kind) => ({ kinds: [kind], edge: false }));
  if (once === undefined) return undefined;
  const { times } = piece;
  let all: Beginnings = times === 'perhaps' || times === 'any' ? [NOTHING, ...once] : once;
  if (times === 'often' || times === 'any')
    for (let more = 1; more < DEPTH && all !== undefined; more++) {
      const longer = follow(all, once);
      all = longer && unique([...all, ...longer]);
    }
  return all;
}

/** Every beginning with every other one behind it. */
function follow(heads: readonly Beginning[], tails: readonly Beginning[]): Beginnings {
  const all: Beginning[] = [];
  for (const head of heads) {
    if (head.kinds.length === DEPTH) all.push(head);
    else
      for (const tail of tails) {
        const edge = head.edge || (head.kinds.length === 0 && tail.edge);
        all.push({ kinds: [...head.kinds, ...tail.kinds].slice(0, DEPTH), edge });
      }
    if (all.length > 8 * MOST) return undefined;
  }
  return unique(all);
}

function unique(beginnings: readonly Beginning[]): Beginnings {
  const kept = new Map(beginnings.map((one) => [`${one.edge} ${one.kinds.map((kind) => kind ?? '').join()}`, one]));
  return kept.size > MOST ? undefined : [...kept.values()];
}
