import { KINDS, OTHER } from './letters.ts';
import { patternTree, type Piece, type Ways } from './pattern-tree.ts';

/**
 * A trace is three neighbouring kinds of characters; a long trace is five of them, which few other words share. Traces
 * are numbered: the short ones first, then places for the long ones, which share them.
 */
export const SHORT = KINDS ** 3;
export const TRACES = SHORT + 2 ** 16;
export const FOUR = KINDS ** 4;

/** The number of five neighbouring kinds, given as one number. */
export function longTrace(five: number): number {
  return SHORT + (Math.imul(five, 0x9e3779b1) >>> 16);
}

/** Runs of traces of which a text must hold one whole; undefined when the pattern asks for none. */
export type Wanted = readonly (readonly number[])[] | undefined;

/** What a text must hold for the pattern to match anywhere in it, told from the characters that the pattern asks for. */
export function wantedBy(pattern: RegExp): Wanted {
  const tree = patternTree(pattern);
  return tree && wantedByWays(tree);
}

function wantedByWays(ways: Ways): Wanted {
  const all: (readonly number[])[] = [];
  for (const way of ways) {
    const one = wantedByWay(way);
    if (one === undefined) return undefined;
    all.push(...one);
  }
  return all;
}

/** The strictest of what its pieces ask for: each of them must be there. */
function wantedByWay(pieces: readonly Piece[]): Wanted {
  const run = new Run();
  for (const piece of pieces) {
    if (piece.type === 'edge') run.edge();
    else if (piece.type === 'aside') {
      // A line may begin and end in the midst of a text; what is only looked at stands beside the match, not in it.
      if (!piece.look) run.cut();
    } else {
      const { times } = piece;
      const must = times === 'once' || times === 'often';
      if (piece.type === 'group') {
        run.cut();
        if (must) run.ask(wantedByWays(piece.ways));
      } else if (!must || piece.kinds?.length !== 1) run.cut();
      else {
        run.add(piece.kinds[0]!);
        if (times === 'often') run.cut();
      }
    }
  }
  return run.wanted();
}

/** Neighbouring characters that a sequence asks for, as far as they are known without a gap. */
class Run {
  #kinds: number[] = [];
  #edge = false;
  #best: Wanted;

  add(kind: number): void {
    // Before a letter an edge is a character that is none; behind one, whatever comes next is none.
    if (this.#edge && kind !== OTHER && this.#kinds.length === 0) this.#kinds.push(OTHER);
    this.#edge = false;
    this.#kinds.push(kind);
  }

  edge(): void {
    this.#edge = true;
  }

  cut(): void {
    if (this.#edge && (this.#kinds.at(-1) ?? OTHER) !== OTHER) this.#kinds.push(OTHER);
    const kinds = this.#kinds;
    this.#kinds = [];
    this.#edge = false;
    if (kinds.length >= 3) this.ask([tracesOf(kinds)]);
  }

  /** Both conditions must hold. Where that would make many runs of few, the one that says more is kept alone. */
  ask(wanted: Wanted): void {
    const best = this.#best;
    if (wanted === undefined) return;
    if (best === undefined) this.#best = wanted;
    else if (wanted.length === 1) this.#best = best.map((run) => [...run, ...(wanted[0] ?? [])]);
    else if (best.length === 1) this.#best = wanted.map((run) => [...(best[0] ?? []), ...run]);
    else if (shortest(wanted) > shortest(best)) this.#best = wanted;
  }

  wanted(): Wanted {
    this.cut();
    return this.#best;
  }
}

function shortest(wanted: readonly (readonly number[])[]): number {
  return Math.min(...wanted.map((run) => run.length));
}

/** Long traces first: they say no most often. */
function tracesOf(kinds: readonly number[]): number[] {
  const long: number[] = [];
  const short: number[] = [];
  let five = 0;
  for (const [at, kind] of kinds.entries()) {
    five = (five % FOUR) * KINDS + kind;
    if (at >= 4) long.push(longTrace(five));
    else if (at >= 2 && kinds.length < 5) short.push(five % SHORT);
  }
  return [...long, ...short];
}
