import { kindOf, KINDS, OTHER } from './letters.ts';
import { BEGINNINGS, openingsOf, type Openings } from './openings.ts';
import { FOUR, longTrace, SHORT, TRACES, wantedBy, type Wanted } from './traces.ts';

/**
 * What a text holds, found in one walk over it, so that hundreds of patterns need not walk over it again: a pattern
 * whose characters the text does not hold cannot match, and any other is tried only where a match of it may begin. The
 * answers are those of a search through the whole text.
 */
export class TextIndex {
  readonly #traces: Uint8Array;
  /** By beginning: the first place where it stands, and by place: the next one of the same beginning; 1 is the first place. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  /** @param lower text in lower case, as if it stood between spaces */
  constructor(lower: string) {
    const { length } = lower;
    const traces = new Uint8Array(TRACES);
    const first = new Int32Array(BEGINNINGS);
    const next = new Int32Array(length + 1);
    const keys = new Int32Array(length + 2);
    let five = OTHER;
    for (let at = 0; at < length + 2; at++) {
      five = (five % FOUR) * KINDS + (at < length ? kindOf(lower.charCodeAt(at)) : OTHER);
      const three = five % SHORT;
      if (at <= length) traces[three] = traces[longTrace(five)] = 1;
      keys[at] = three;
    }
    // From the end, so that places of one beginning follow each other in order.
    for (let place = length; place > 0; place--) {
      const key = keys[place + 1]!;
      next[place] = first[key]!;
      first[key] = place;
    }
    this.#traces = traces;
    this.#first = first;
    this.#next = next;
  }

  /** False when the pattern, searched in the whole text, cannot match. */
  may(pattern: RegExp): boolean {
    return this.#may(knownFor(pattern).wanted);
  }

  #may(wanted: Wanted): boolean {
    if (wanted === undefined) return true;
    for (const run of wanted) if (this.#has(run)) return true;
    return false;
  }

  #has(run: readonly number[]): boolean {
    for (const trace of run) if (this.#traces[trace] === 0) return false;
    return true;
  }

  /** False when the words, in lower case, do not stand in the text. */
  mayHold(words: string): boolean {
    if (words.length < 3) return true;
    let key = kindOf(words.charCodeAt(0)) * KINDS + kindOf(words.charCodeAt(1));
    for (let at = 2; at < words.length; at++) {
      key = (key % KINDS ** 2) * KINDS + kindOf(words.charCodeAt(at));
      if (this.#traces[key] === 0) return false;
    }
    return true;
  }

  /**
   * Whether the pattern matches anywhere in a text: the one that was indexed, or one that differs from it at most in
   * its capitals and signs.
   */
  holds(pattern: RegExp, text: string): boolean {
    const known = knownFor(pattern);
    if (!this.#may(known.wanted)) return false;
    const places = known.openings && this.#placesOf(known.openings);
    if (places === undefined) {
      known.global.lastIndex = 0;
      return known.global.test(text);
    }
    for (const place of places) {
      known.sticky.lastIndex = place;
      if (known.sticky.test(text)) return true;
    }
    return false;
  }

  /** The matches of a pattern in such a text, to be asked for from left to right. */
  search(pattern: RegExp, text: string): Search {
    const known = knownFor(pattern);
    if (!this.#may(known.wanted)) return NOWHERE;
    const places = known.openings && this.#placesOf(known.openings);
    return places ? new PlacedSearch(known.sticky, text, inOrder(places)) : new PlainSearch(known.global, text);
  }

  /** Where one of the openings stands; undefined when that is so often that a plain search is as quick. */
  #placesOf(openings: Openings): number[] | undefined {
    const [first, next] = [this.#first, this.#next];
    const most = next.length / DEAR;
    const places: number[] = [];
    for (let at = 0; at < openings.length; at += 2)
      for (let beginning = openings[at]!; beginning < openings[at + 1]!; beginning++)
        for (let place = first[beginning]!; place > 0; place = next[place]!) {
          if (places.length >= most) return undefined;
          places.push(place - 1);
        }
    return places;
  }
}

/** To try a pattern at one place costs as much as to look for it in so many characters. */
const DEAR = 12;

/** Places come in a few runs that are in order: few are out of it. */
function inOrder(places: number[]): number[] {
  if (places.length > MANY) return places.sort((one, other) => one - other);
  for (let at = 1; at < places.length; at++) {
    const place = places[at]!;
    let to = at;
    for (; to > 0 && places[to - 1]! > place; to--) places[to] = places[to - 1]!;
    places[to] = place;
  }
  return places;
}

const MANY = 40;

export interface Search {
  /** The first match that begins at an offset or behind it. Offsets asked for must not fall. */
  from(offset: number): RegExpExecArray | null;
}

const NOWHERE: Search = { from: () => null };

class PlacedSearch implements Search {
  readonly #pattern: RegExp;
  readonly #text: string;
  readonly #places: readonly number[];
  #at = 0;

  constructor(sticky: RegExp, text: string, places: readonly number[]) {
    this.#pattern = sticky;
    this.#text = text;
    this.#places = places;
  }

  from(offset: number): RegExpExecArray | null {
    for (; this.#at < this.#places.length; this.#at++) {
      const place = this.#places[this.#at]!;
      if (place < offset) continue;
      this.#pattern.lastIndex = place;
      const found = this.#pattern.exec(this.#text);
      if (found) return found;
    }
    return null;
  }
}

class PlainSearch implements Search {
  readonly #pattern: RegExp;
  readonly #text: string;

  constructor(global: RegExp, text: string) {
    this.#pattern = global;
    this.#text = text;
  }

  from(offset: number): RegExpExecArray | null {
    this.#pattern.lastIndex = offset;
    return this.#pattern.exec(this.#text);
  }
}

/** What was read from a pattern. */
interface Known {
  readonly wanted: Wanted;
  readonly openings: Openings | undefined;
  /** The pattern, to be tried at one place, and to be looked for from one place on. */
  readonly sticky: RegExp;
  readonly global: RegExp;
}

/** By source: a pattern that stands in a function is a new object at each call. There are as many as the reader has. */
const known = new Map<string, Known[]>();

function knownFor(pattern: RegExp): Known {
  const { source } = pattern;
  let kept = known.get(source);
  if (!kept) known.set(source, (kept = []));
  const flags = (pattern.ignoreCase ? 1 : 0) + (pattern.multiline ? 2 : 0) + (pattern.dotAll ? 4 : 0);
  return (kept[flags] ??= read(pattern));
}

function read(pattern: RegExp): Known {
  const flags = pattern.flags.replace(/[gy]/g, '');
  return {
    wanted: wantedBy(pattern),
    openings: openingsOf(pattern),
    sticky: new RegExp(pattern.source, `${flags}y`),
    global: new RegExp(pattern.source, `${flags}g`),
  };
}
