import { phrase, type Phrase } from './phrase.ts';

export interface NameFound<T> {
  readonly of: T;
  readonly start: number;
  readonly end: number;
}

/**
 * Which of hundreds of names stand in a text, found by going over its words once: each name waits under the letters with
 * which one of its words begins.
 */
export class NameIndex<T> {
  readonly #names: readonly Name<T>[];
  /** By the place of their first three letters. */
  readonly #beginnings: (Beginning[] | undefined)[] = Array.from({ length: PLACES });
  /** Names without a beginning that is long enough are looked for in every text. */
  readonly #always: number[] = [];

  constructor(names: readonly (readonly [name: string, of: T])[]) {
    this.#names = names.map(([name, of]) => ({ phrase: phrase(name), of }));
    for (const [
      ordinal,
      {
        phrase: { beginning },
      },
    ] of this.#names.entries()) {
      if (beginning.length < LETTERS) this.#always.push(ordinal);
      else this.#waitingUnder(beginning).push(ordinal);
    }
  }

  /** Each name that stands in the words (lower case), at its first place, in the order in which they were given. */
  find(words: string): NameFound<T>[] {
    const found: NameFound<T>[] = [];
    for (const ordinal of this.#possible(words)) {
      const { phrase, of } = this.#names[ordinal]!;
      const place = phrase.find(words);
      if (place) found.push({ of, ...place });
    }
    return found;
  }

  #possible(words: string): readonly number[] {
    const possible = new Set(this.#always);
    for (let at = 0; at + LETTERS <= words.length; at++) {
      if (at > 0 && isInside(words.charCodeAt(at - 1))) continue;
      for (const { letters, ordinals } of this.#beginnings[placeOf(words, at)] ?? NONE)
        if (words.startsWith(letters, at)) for (const ordinal of ordinals) possible.add(ordinal);
    }
    return [...possible].toSorted((one, other) => one - other);
  }

  #waitingUnder(letters: string): number[] {
    const here = (this.#beginnings[placeOf(letters, 0)] ??= []);
    const known = here.find((one) => one.letters === letters);
    if (known) return known.ordinals;
    const ordinals: number[] = [];
    here.push({ letters, ordinals });
    return ordinals;
  }
}

interface Name<T> {
  readonly phrase: Phrase;
  readonly of: T;
}

interface Beginning {
  readonly letters: string;
  /** Of the names that wait under them. */
  readonly ordinals: number[];
}

const NONE: readonly Beginning[] = [];
const LETTERS = 3;
/** A power of two: the highest bits of the product are the place. */
const BITS = 12;
const PLACES = 2 ** BITS;

/** True after a letter or digit without accent: no word begins there. After anything else one may. */
function isInside(before: number): boolean {
  return (before >= 97 && before <= 122) || (before >= 48 && before <= 57);
}

function placeOf(text: string, at: number): number {
  const three = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 8) | (text.charCodeAt(at + 2) << 16);
  return Math.imul(three, 0x9e3779b1) >>> (32 - BITS);
}
