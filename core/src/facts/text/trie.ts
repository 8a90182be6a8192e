import { tokenize, type Tokens } from './tokens.ts';

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
  const firsts = new Uint8Array(SHAPES);
  for (const [phrase, value] of entries) {
    const words = tokenize(phrase.toLowerCase()).words.filter((word) => !isJoint(word));
    if (words.length === 0) continue;
    insert(root, words, { value, phrase: phrase.toLowerCase() });
    const [one, two] = words;
    if (one) firsts[shapeOf(one)] = 1;
    if (words.length === 2 && one && two && /^[a-z]{3,}$/.test(one) && /^[a-z]{3,}$/.test(two)) {
      insert(root, [one + two], { value, phrase: phrase.toLowerCase() });
      firsts[shapeOf(one + two)] = 1;
    }
  }
  return {
    find(tokens, from = 0, to = tokens.count) {
      const matches: PhraseMatch<T>[] = [];
      for (let index = from; index < to;) {
        const found = firsts[shapeOf(tokens.words[index]!)] === 0 ? undefined : longest(root, tokens, index, to);
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

/** How many shapes of words are told apart. */
const SHAPES = 2 ** 14;

/**
 * First, third and last letter and the length of a word, as one number: few words of a text share it with the first word
 * of a phrase, and those that do not need not be looked up.
 */
function shapeOf(word: string): number {
  const { length } = word;
  const [first, third, last] = [word.charCodeAt(0), length > 2 ? word.charCodeAt(2) : 0, word.charCodeAt(length - 1)];
  return (first * 31 + third * 1117 + last * 373 + length * 7) & (SHAPES - 1);
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
  let node = root.next?.get(tokens.words[index]!);
  let last = index;
  let best: { value: T; last: number } | undefined;
  while (node) {
    if (node.value !== undefined) best = { value: node.value, last };
    if (!node.next) break;
    let ahead = last + 1;
    while (ahead < to && isJoint(tokens.words[ahead]!)) ahead++;
    if (ahead >= to) break;
    node = node.next.get(tokens.words[ahead]!);
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
