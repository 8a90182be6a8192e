import { shapeOf, SHAPES, tokenize, wordAt, type Tokens } from './tokens.ts';

interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  value: T | undefined;
}

export interface PhraseMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
  /** The phrase of the dictionary that matched, lower case. */
  readonly phrase: string;
}

/** A dictionary of phrases that finds all of them in one walk over the tokens, longest first. */
export interface Dictionary<T> {
  find(tokens: Tokens, from?: number, to?: number): PhraseMatch<T>[];
}

/**
 * Hyphens and stray marks between the words of a phrase do not matter: `depo medrol`, `depo-medrol` and
 * `depo®medrol` are one phrase; the joined form `depomedrol` is added for phrases of two words.
 */
export function dictionary<T>(entries: Iterable<readonly [phrase: string, value: T]>): Dictionary<T> {
  const root: Node<{ value: T; phrase: string }> = { next: undefined, value: undefined };
  const openings = new Openings();
  for (const [phrase, value] of entries) {
    const tokens = tokenize(phrase.toLowerCase());
    const words = Array.from({ length: tokens.count }, (_, index) => wordAt(tokens, index)).filter(
      (one) => !isJoint(one),
    );
    if (words.length === 0) continue;
    insert(root, words, { value, phrase: phrase.toLowerCase() });
    openings.add(words);
    const [one, two] = words;
    if (words.length === 2 && one && two && /^[a-z]{3,}$/.test(one) && /^[a-z]{3,}$/.test(two)) {
      insert(root, [one + two], { value, phrase: phrase.toLowerCase() });
      openings.add([one + two]);
    }
  }
  return {
    find(tokens, from = 0, to = tokens.count) {
      const matches: PhraseMatch<T>[] = [];
      for (let index = from; index < to;) {
        const found = openings.may(tokens, index) ? longest(root, tokens, index, to) : undefined;
        if (found) {
          matches.push({
            start: tokens.starts[index]!,
            end: tokens.ends[found.last]!,
            value: found.value.value,
            phrase: found.value.phrase,
          });
          index = found.last + 1;
        } else index++;
      }
      return matches;
    },
  };
}

/** How phrases may begin, by the shapes of their first two words: most words of a text begin none. */
class Openings {
  /** By the first word: 0 for none, and whether a phrase of one word is among them. */
  readonly #firsts = new Uint8Array(SHAPES);
  readonly #pairs = new Uint8Array(SHAPES);

  add([one, two]: readonly string[]): void {
    const shape = shapeOf(one!);
    if (two === undefined) this.#firsts[shape] = ALONE;
    else {
      this.#firsts[shape] ||= FOLLOWED;
      this.#pairs[pairOf(shape, shapeOf(two))] = 1;
    }
  }

  may(tokens: Tokens, index: number): boolean {
    const { shapes, count } = tokens;
    const first = this.#firsts[shapes[index]!]!;
    if (first !== FOLLOWED || index + 1 >= count) return first !== 0;
    return this.#pairs[pairOf(shapes[index]!, shapes[index + 1]!)] !== 0 || isJoint(wordAt(tokens, index + 1));
  }
}

const ALONE = 1;
const FOLLOWED = 2;

function pairOf(first: number, second: number): number {
  return (first * 31 + second) & (SHAPES - 1);
}

function insert<T>(root: Node<T>, words: readonly string[], value: T): void {
  let node = root;
  for (const word of words) {
    node.next ??= new Map();
    let child = node.next.get(word);
    if (!child) {
      child = { next: undefined, value: undefined };
      node.next.set(word, child);
    }
    node = child;
  }
  node.value ??= value;
}

function longest<T>(root: Node<T>, tokens: Tokens, index: number, to: number): { value: T; last: number } | undefined {
  let node = root.next?.get(wordAt(tokens, index));
  let last = index;
  let best: { value: T; last: number } | undefined;
  while (node) {
    if (node.value !== undefined) best = { value: node.value, last };
    if (!node.next) break;
    let ahead = last + 1;
    while (ahead < to && isJoint(wordAt(tokens, ahead))) ahead++;
    if (ahead >= to) break;
    node = node.next.get(wordAt(tokens, ahead));
    last = ahead;
  }
  return best;
}

function isJoint(word: string): boolean {
  return (
    word === '-' ||
    word === '\u2010' ||
    word === '\u2011' ||
    word === '\u2013' ||
    word === '\u00ae' ||
    word === '\u2122'
  );
}
