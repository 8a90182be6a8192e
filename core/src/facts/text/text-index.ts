import { kindOf, KINDS, OTHER } from './letters.ts';
import { BEGINNINGS, INSIDE, openingsOf, type Openings } from './openings.ts';
import { longTrace, SHORT, TRACES, wantedBy, type Wanted } from './traces.ts';

/**
 * What a text holds, found in one walk over it, so that hundreds of patterns need not walk over it again: a pattern
 * whose characters the text does not hold cannot match, and any other is tried only where a match of it may begin. The
 * answers are those of a search through the whole text.
 */
export class TextIndex {
  /** A bit for each trace. */
  readonly #traces: Int32Array;
  /** By place, from 1: its beginning, and the next place of the same beginning. */
  readonly #beginnings: Uint16Array;
  readonly #next: Int32Array;

  /** @param lower text in lower case, as if it stood between spaces */
  constructor(lower: string) {
    const { length } = lower;
    const traces = new Int32Array((TRACES >> 5) + 1);
    const beginnings = new Uint16Array(length + 1);
    // The kinds of five neighbours, the last of them at `at`.
    let [first, second, third, fourth] = [OTHER, OTHER, OTHER, OTHER];
    for (let at = 0; at < length + 2; at++) {
      const fifth = at < length ? kindOf(lower.charCodeAt(at)) : OTHER;
      const three = (third * KINDS + fourth) * KINDS + fifth;
      if (at <= length) {
        const long = longTrace((first * KINDS + second) * SHORT + three);
        traces[three >> 5]! |= 1 << (three & 31);
        traces[long >> 5]! |= 1 << (long & 31);
      }
      if (at >= 2) beginnings[at - 1] = third !== OTHER && second !== OTHER ? three + INSIDE : three;
      first = second;
      second = third;
      third = fourth;
      fourth = fifth;
    }
    this.#traces = traces;
    this.#beginnings = beginnings;
    this.#next = new Int32Array(length + 1);
  }

  /** False when the pattern, searched in the whole text, cannot match. */
  may(pattern: RegExp): boolean {
    return this.#may(knownFor(pattern).wanted);
  }

  /** Where a match of the pattern may begin, in no order; undefined when that could be in too many places. */
  places(pattern: RegExp): readonly number[] | undefined {
    const { wanted, openings } = knownFor(pattern);
    if (!this.#may(wanted)) return [];
    return openings && this.#placesOf(openings);
  }

  /** @param wanted runs of traces, each behind their number */
  #may(wanted: Int32Array | undefined): boolean {
    if (wanted === undefined) return true;
    const traces = this.#traces;
    for (let at = 0; at < wanted.length;) {
      const end = at + 1 + wanted[at]!;
      do at++;
      while (at < end && (traces[wanted[at]! >> 5]! & (1 << (wanted[at]! & 31))) !== 0);
      if (at === end) return true;
      at = end;
    }
    return false;
  }

  /** False when the words, in lower case, do not stand in the text. */
  mayHold(words: string): boolean {
    if (words.length < 3) return true;
    let key = kindOf(words.charCodeAt(0)) * KINDS + kindOf(words.charCodeAt(1));
    for (let at = 2; at < words.length; at++) {
      key = (key % KINDS ** 2) * KINDS + kindOf(words.charCodeAt(at));
      if ((this.#traces[key >> 5]! & (1 << (key & 31))) === 0) return false;
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

  /** All matches of a pattern in such a text, from left to right. */
  all(pattern: RegExp, text: string): RegExpExecArray[] {
    const search = this.search(pattern, text);
    const matches: RegExpExecArray[] = [];
    for (let found = search.from(0); found; found = search.from(found.index + Math.max(1, found[0].length)))
      matches.push(found);
    return matches;
  }

  /** Where one of the openings stands; undefined when that is so often that a plain search is as quick. */
  #placesOf(openings: Openings): number[] | undefined {
    if (opened !== this.#beginnings) this.#open();
    const next = this.#next;
    const most = next.length / DEAR;
    const places: number[] = [];
    for (let at = 0; at < openings.length; at += 2)
      for (let beginning = openings[at]!; beginning < openings[at + 1]!; beginning++)
        for (let place = firsts[beginning]! - before; place > 0; place = next[place]!) {
          if (places.length >= most) return undefined;
          places.push(place - 1);
        }
    return places;
  }

  /** Puts the places of this text into the table, in which another text stood. */
  #open(): void {
    const [beginnings, next] = [this.#beginnings, this.#next];
    if (after > LAST) {
      firsts.fill(0);
      after = 0;
    }
    before = after;
    // From the end, so that places of one beginning follow each other in order.
    for (let place = next.length - 1; place > 0; place--) {
      const beginning = beginnings[place]!;
      next[place] = Math.max(0, firsts[beginning]! - before);
      firsts[beginning] = before + place;
    }
    after = before + next.length;
    opened = beginnings;
  }
}

/**
 * By beginning: the first place where it stands in the text that was opened last. One table serves all texts, as it is
 * large and each text fills little of it: what is not above `before` is left from texts before.
 */
const firsts = new Int32Array(BEGINNINGS);
let opened: Uint16Array | undefined;
let [before, after] = [0, 0];
const LAST = 2 ** 30;

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
  readonly wanted: Int32Array | undefined;
  readonly openings: Openings | undefined;
  /** The pattern, to be tried at one place, and to be looked for from one place on. */
  readonly sticky: RegExp;
  readonly global: RegExp;
}

/** By the pattern itself, which is asked hundreds of times a note and costs less to find than its source does. */
const known = new WeakMap<RegExp, Known>();
/** By source and flags: a pattern that stands in a function is a new object at each call. There are as many as the reader has. */
const knownSources = new Map<string, Known>();

function knownFor(pattern: RegExp): Known {
  let found = known.get(pattern);
  if (!found) known.set(pattern, (found = knownSource(pattern)));
  return found;
}

function knownSource(pattern: RegExp): Known {
  const key = `${pattern.flags.replace(/[gy]/g, '')}/${pattern.source}`;
  let found = knownSources.get(key);
  if (!found) knownSources.set(key, (found = read(pattern)));
  return found;
}

function read(pattern: RegExp): Known {
  const flags = pattern.flags.replace(/[gy]/g, '');
  return {
    wanted: inOneRow(wantedBy(pattern)),
    openings: openingsOf(pattern),
    sticky: new RegExp(pattern.source, `${flags}y`),
    global: new RegExp(pattern.source, `${flags}g`),
  };
}

/** Runs of traces, each behind their number: one piece of memory instead of many. */
function inOneRow(wanted: Wanted): Int32Array | undefined {
  return wanted && Int32Array.from(wanted.flatMap((run) => [run.length, ...run]));
}
