import { DIGIT, kindOf, OTHER } from './letters.ts';

/** What one piece of a pattern consumes; a piece that consumes nothing only stands beside the match. */
export type Piece =
  | { readonly type: 'letter'; readonly kinds: readonly number[] | undefined; readonly times: Times }
  | { readonly type: 'group'; readonly ways: Ways; readonly times: Times }
  /** `\b`: a word begins or ends here. */
  | { readonly type: 'edge' }
  /** `^`, `$`, `\B` and what is only looked at. */
  | { readonly type: 'aside'; readonly look: boolean };

export type Times = 'once' | 'perhaps' | 'often' | 'any';
export type Ways = readonly (readonly Piece[])[];

/**
 * The shape of a pattern, read once from left to right: which kinds of characters it asks for, one after the other.
 * Undefined when the pattern holds what is not understood here.
 */
export function patternTree({ source }: RegExp): Ways | undefined {
  const reader = new Reader(source);
  const ways = reader.ways();
  return reader.done ? ways : undefined;
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get done(): boolean {
    return this.#at === this.#source.length;
  }

  ways(): Ways {
    const ways = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      ways.push(this.#sequence());
    }
    return ways;
  }

  #sequence(): Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const sign = this.#source[this.#at];
      if (sign === undefined || sign === '|' || sign === ')') return pieces;
      pieces.push(sign === '(' ? this.#group() : this.#single(sign));
    }
  }

  #group(): Piece {
    const look = this.#open();
    const ways = this.ways();
    this.#at++;
    const times = this.#times();
    return look ? { type: 'aside', look } : { type: 'group', ways, times };
  }

  /** Steps over the beginning of a group; true when it is only looked at. */
  #open(): boolean {
    const source = this.#source;
    let at = this.#at + 1;
    if (source[at] === '?') {
      const behind = source[at + 1] === '<';
      const sign = source[at + (behind ? 2 : 1)];
      if (sign === '=' || sign === '!') {
        this.#at = at + (behind ? 3 : 2);
        return true;
      }
      // `(?:` or a name.
      at = behind ? source.indexOf('>', at) + 1 : at + 2;
    }
    this.#at = at;
    return false;
  }

  #single(sign: string): Piece {
    this.#at++;
    if (sign === '^' || sign === '$') return { type: 'aside', look: false };
    if (sign === '[') return this.#letter(this.#set());
    if (sign !== '\\') return this.#letter(sign === '.' ? undefined : [kindOf(sign.toLowerCase().charCodeAt(0))]);
    const escaped = this.#source[this.#at++] ?? '';
    if (escaped === 'b') return { type: 'edge' };
    if (escaped === 'B') return { type: 'aside', look: false };
    // `\1` may stand for nothing at all.
    if (/[1-9k]/.test(escaped))
      return { type: 'group', ways: [[{ type: 'letter', kinds: undefined, times: 'any' }]], times: 'once' };
    const more = escaped === 'u' ? 4 : escaped === 'x' ? 2 : 0;
    this.#at += more;
    return this.#letter(kindsOfSign(`\\${escaped}${this.#source.slice(this.#at - more, this.#at)}`));
  }

  #letter(kinds: readonly number[] | undefined): Piece {
    return { type: 'letter', kinds, times: this.#times() };
  }

  /** The kinds of a set; any for one that is turned round or that names sets of letters. */
  #set(): readonly number[] | undefined {
    const start = this.#at;
    for (; this.#source[this.#at] !== ']'; this.#at++) if (this.#source[this.#at] === '\\') this.#at++;
    const inside = this.#source.slice(start, this.#at++);
    return inside.startsWith('^') ? undefined : kindsOfSet(inside);
  }

  #times(): Times {
    const sign = this.#source[this.#at];
    if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return 'once';
    let least = sign === '+' ? 1 : 0;
    if (sign === '{') {
      const end = this.#source.indexOf('}', this.#at);
      least = Number.parseInt(this.#source.slice(this.#at + 1, end), 10) || 0;
      this.#at = end;
    }
    this.#at++;
    // Lazy or not, it matches as often.
    if (this.#source[this.#at] === '?') this.#at++;
    if (sign === '?') return 'perhaps';
    return least > 0 ? 'often' : 'any';
  }
}

function kindsOfSet(inside: string): readonly number[] | undefined {
  const kinds = new Set<number>();
  for (const [sign, from, to] of inside.matchAll(SET)) {
    const of = from === undefined || to === undefined ? kindsOfSign(sign) : kindsBetween(from, to);
    if (of === undefined) return undefined;
    for (const kind of of) kinds.add(kind);
  }
  return [...kinds];
}

/** A range, or one sign as written. */
const SET = /([^\\])-([^\\])|\\u[\da-f]{4}|\\x[\da-f]{2}|\\?[\s\S]/gi;

function kindsOfSign(sign: string): readonly number[] | undefined {
  if (!sign.startsWith('\\')) return [kindOf(sign.toLowerCase().charCodeAt(0))];
  const name = sign.charAt(1);
  if (name === 'u' || name === 'x') return Number.parseInt(sign.slice(2), 16) > 0x7f ? [OTHER] : undefined;
  if (name === 'd') return [DIGIT];
  if ('sWntrbfv'.includes(name)) return [OTHER];
  // Other letters and digits name sets and properties.
  return /[a-z0-9]/i.test(name) ? undefined : [OTHER];
}

/** The kinds of `a-f`, `A-F` or `0-9`; any for other ranges. */
function kindsBetween(from: string, to: string): readonly number[] | undefined {
  if (!/^(?:[a-z]{2}|[A-Z]{2}|\d\d)$/.test(from + to)) return undefined;
  const [first, last] = [from.toLowerCase().charCodeAt(0), to.toLowerCase().charCodeAt(0)];
  return Array.from({ length: last - first + 1 }, (_, index) => kindOf(first + index));
}
