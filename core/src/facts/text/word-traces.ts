/**
 * What a text must hold for a pattern to match anywhere in it, told from the letters that the pattern asks for: a note
 * without them need not be searched, and the pattern need not be compiled. Only a no is certain.
 *
 * A trace is three neighbouring characters, where everything that is no letter is one and the same; a long trace is
 * five of them, which few other words share.
 */
export class WordTraces {
  readonly #held: Uint8Array;

  /** @param lower text in lower case */
  constructor(lower: string) {
    const held = new Uint8Array(SHORT + LONG);
    // As if the text stood between spaces.
    let five = 0;
    for (let at = 0; at <= lower.length; at++) {
      five = (five % FOUR) * CLASSES + (at < lower.length ? classOf(lower.charCodeAt(at)) : 0);
      held[five % SHORT] = 1;
      held[longTrace(five)] = 1;
    }
    this.#held = held;
  }

  /** False when the pattern, searched in the whole text, cannot match. */
  may(pattern: RegExp): boolean {
    const wanted = wantedBy(pattern);
    if (wanted === undefined) return true;
    for (const run of wanted) if (this.#has(run)) return true;
    return false;
  }

  /** False when the words, in lower case, do not stand in the text. */
  mayHold(words: string): boolean {
    if (words.length < 3) return true;
    let key = classOf(words.charCodeAt(0)) * CLASSES + classOf(words.charCodeAt(1));
    for (let at = 2; at < words.length; at++) {
      key = (key % CLASSES ** 2) * CLASSES + classOf(words.charCodeAt(at));
      if (this.#held[key] === 0) return false;
    }
    return true;
  }

  #has(run: readonly number[]): boolean {
    for (const trace of run) if (this.#held[trace] === 0) return false;
    return true;
  }
}

const CLASSES = 27;
/** How many short traces there are, and places for the long ones, which share them. */
const SHORT = CLASSES ** 3;
const LONG = 2 ** 16;
const FOUR = CLASSES ** 4;

/** The place of five neighbouring characters, given as one number. */
function longTrace(five: number): number {
  return SHORT + (Math.imul(five, 0x9e3779b1) >>> 16);
}

/** 1 to 26 for a letter, 0 for everything else. */
function classOf(code: number): number {
  return code >= 97 && code <= 122 ? code - 96 : 0;
}

/** Runs of traces of which the text must hold one whole; undefined when the pattern asks for none. */
type Wanted = readonly (readonly number[])[] | undefined;

/** By source: a pattern that stands in a function is a new object at each call. There are as many as the reader has. */
const known = new Map<string, { readonly wanted: Wanted }>();

function wantedBy({ source }: RegExp): Wanted {
  let entry = known.get(source);
  if (!entry) {
    entry = { wanted: new PatternReader(source).read() };
    known.set(source, entry);
  }
  return entry.wanted;
}

/** Reads the source of a pattern once, from left to right. What it does not understand asks for nothing. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Wanted {
    const wanted = this.#alternatives();
    return this.#at === this.#source.length ? wanted : undefined;
  }

  #alternatives(): Wanted {
    const all: (readonly number[])[] = [];
    let open = false;
    for (;;) {
      const one = this.#sequence();
      if (one === undefined) open = true;
      else all.push(...one);
      if (this.#source[this.#at] !== '|') break;
      this.#at++;
    }
    return open ? undefined : all;
  }

  /** The strictest of what its parts ask for: each of them must be there. */
  #sequence(): Wanted {
    const run = new Run();
    for (;;) {
      const sign = this.#source[this.#at];
      if (sign === undefined || sign === '|' || sign === ')') return run.wanted();
      if (sign === '(') this.#group(run);
      else if (sign === '^' || sign === '$') {
        // A line may begin and end in the midst of a text.
        this.#at++;
        run.cut();
      } else this.#character(sign, run);
    }
  }

  #group(run: Run): void {
    const look = this.#open();
    const inner = this.#alternatives();
    this.#at++;
    const times = this.#times();
    // What is only looked at stands beside the match, not in it.
    if (look) return;
    run.cut();
    if (times !== 'perhaps') run.ask(inner);
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

  #character(sign: string, run: Run): void {
    this.#at++;
    if (sign === '\\') {
      const escaped = this.#source[this.#at++] ?? '';
      if (escaped === 'b') return run.edge();
      if (escaped === 'B') return run.cut();
      return this.#add(this.#escaped(escaped), run);
    }
    if (sign === '[') return this.#add(this.#set(), run);
    return this.#add(sign === '.' ? ANY : classOf(sign.toLowerCase().charCodeAt(0)), run);
  }

  #escaped(sign: string): number {
    if (sign === 'u' || sign === 'x') {
      this.#at += sign === 'u' ? 4 : 2;
      return ANY;
    }
    if (sign === 's' || sign === 'd' || sign === 'W' || sign === 'n' || sign === 't' || sign === 'r') return 0;
    // Other letters and digits name sets, groups and properties.
    return /[a-z0-9]/i.test(sign) ? ANY : 0;
  }

  /** `[- ]` is surely no letter; a set with letters may be any. */
  #set(): number {
    const start = this.#at;
    for (; this.#source[this.#at] !== ']'; this.#at++) if (this.#source[this.#at] === '\\') this.#at++;
    const inside = this.#source.slice(start, this.#at++);
    return /^(?:[\s,.;:/(&+'"-]|\\[sdtnr/.-])+$/.test(inside) && !/[^\\]-./.test(inside) ? 0 : ANY;
  }

  #add(kind: number, run: Run): void {
    const times = this.#times();
    if (times === 'perhaps' || kind === ANY) return run.cut();
    run.add(kind);
    if (times === 'often') run.cut();
  }

  #times(): 'once' | 'perhaps' | 'often' {
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
    return least > 0 ? 'often' : 'perhaps';
  }
}

const ANY = -1;

/** Neighbouring characters that a sequence asks for, as far as they are known without a gap. */
class Run {
  #kinds: number[] = [];
  #edge = false;
  #best: Wanted;

  add(kind: number): void {
    // Before a letter an edge is a character that is none; behind one, whatever comes next is none.
    if (this.#edge && kind !== 0 && this.#kinds.length === 0) this.#kinds.push(0);
    this.#edge = false;
    this.#kinds.push(kind);
  }

  edge(): void {
    this.#edge = true;
  }

  cut(): void {
    if (this.#edge && (this.#kinds.at(-1) ?? 0) !== 0) this.#kinds.push(0);
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
    five = (five % FOUR) * CLASSES + kind;
    if (at >= 4) long.push(longTrace(five));
    else if (at >= 2 && kinds.length < 5) short.push(five % SHORT);
  }
  return [...long, ...short];
}
