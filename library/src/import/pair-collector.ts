import { BEFORE_1996, MOST_CODES, NO_LAST_DAY, scattered } from '@interspace/core/edits/agency/pair-table';
import { packCode } from '@interspace/core/edits/agency/packed-code';
import { TableWriter, offsetsOf } from '../tables/table-writer.ts';
import { Refusal } from './refusal.ts';

export interface PairFacts {
  /** Day numbers; `NO_FIRST_DAY` and `NO_LAST_DAY` for the open ends. */
  readonly from: number;
  readonly through: number;
  readonly indicator: 0 | 1 | 9;
  readonly rationale: number;
  readonly before1996: boolean;
}

const MORE = 1 << 20;
/** They are counted in 16 bits. */
const MOST_HISTORIES = 65_536;

/** Gathers the rows of a pair file and lays them out as `PairTable` reads them. */
export class PairCollector {
  readonly #ids = new Map<string, number>();
  readonly #codes: string[] = [];
  readonly facts: PairFacts[] = [];
  #one = new Uint32Array(MORE);
  #two = new Uint32Array(MORE);
  #fact = new Uint32Array(MORE);
  rows = 0;

  add(column1: string, column2: string, fact: number): void {
    if (this.rows === this.#one.length) this.#grow();
    this.#one[this.rows] = this.#idOf(column1);
    this.#two[this.rows] = this.#idOf(column2);
    this.#fact[this.rows] = fact;
    this.rows++;
  }

  /** How many rows have facts of that kind. */
  count(wanted: (facts: PairFacts) => boolean): number {
    const counts = Uint8Array.from(this.facts, (facts) => (wanted(facts) ? 1 : 0));
    let found = 0;
    for (let row = 0; row < this.rows; row++) found += counts[this.#fact[row]!]!;
    return found;
  }

  /** Every code that stands in column 1, as they came. */
  column1(): readonly string[] {
    const seen = new Uint8Array(this.#codes.length);
    for (let row = 0; row < this.rows; row++) seen[this.#one[row]!] = 1;
    return this.#codes.filter((_, id) => seen[id] === 1);
  }

  #idOf(code: string): number {
    let id = this.#ids.get(code);
    if (id === undefined) {
      id = this.#codes.length;
      this.#codes.push(code);
      this.#ids.set(code, id);
    }
    return id;
  }

  #grow(): void {
    const larger = (old: Uint32Array<ArrayBuffer>) => {
      const grown = new Uint32Array(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.#one = larger(this.#one);
    this.#two = larger(this.#two);
    this.#fact = larger(this.#fact);
  }

  /** The sections of the table; counts come with it. */
  build(): { writer: TableWriter; pairs: number; codes: number } {
    const sorted = this.#codes.map((code) => packCode(code)).toSorted((a, b) => a - b);
    const rank = new Map(sorted.map((packed, id) => [packed, id]));
    const idOf = this.#codes.map((code) => rank.get(packCode(code))!);
    const order = this.#order(idOf, sorted.length);
    const histories = new Histories(this.facts);
    const pairOne = new Uint32Array(this.rows);
    const pairTwo = new Uint32Array(this.rows);
    const pairHistory = new Uint32Array(this.rows);
    let pairs = 0;
    for (let at = 0; at < this.rows;) {
      const [one, two] = [idOf[this.#one[order[at]!]!]!, idOf[this.#two[order[at]!]!]!];
      const facts: number[] = [];
      for (; at < this.rows && idOf[this.#one[order[at]!]!] === one && idOf[this.#two[order[at]!]!] === two; at++)
        facts.push(this.#fact[order[at]!]!);
      pairOne[pairs] = one;
      pairTwo[pairs] = two;
      pairHistory[pairs++] = histories.idOf(facts);
    }
    if (histories.size > MOST_HISTORIES || sorted.length > MOST_CODES)
      throw new Refusal({
        code: 'library/import/too-many-histories',
        message: `The file has ${histories.size} different sets of dates for ${sorted.length} codes, more than a table can hold.`,
        hint: 'Give the files of one quarter and one setting, as the agency publishes them.',
      });
    const writer = new TableWriter().add('codes', Int32Array.from(sorted));
    layOut(writer, sorted.length, pairs, pairOne, pairTwo, pairHistory);
    histories.writeTo(writer);
    return { writer, pairs, codes: sorted.length };
  }

  /** Row numbers by column 1, then column 2, rows of one pair in file order: two counting passes. */
  #order(idOf: readonly number[], codes: number): Uint32Array {
    const pass = (input: Uint32Array, column: Uint32Array): Uint32Array => {
      const starts = new Uint32Array(codes + 1);
      for (const row of input) starts[idOf[column[row]!]! + 1]!++;
      for (let code = 0; code < codes; code++) starts[code + 1]! += starts[code]!;
      const output = new Uint32Array(input.length);
      for (const row of input) output[starts[idOf[column[row]!]!]!++] = row;
      return output;
    };
    const all = Uint32Array.from({ length: this.rows }, (_, row) => row);
    return pass(pass(all, this.#two), this.#one);
  }
}

/** The different sets of dated rows that a pair can have: a few thousand for millions of pairs. */
class Histories {
  readonly #ids = new Map<string, number>();
  readonly #lists: PairFacts[][] = [];
  readonly #facts: readonly PairFacts[];

  constructor(facts: readonly PairFacts[]) {
    this.#facts = facts;
  }

  get size(): number {
    return this.#lists.length;
  }

  idOf(facts: readonly number[]): number {
    const key = facts.join();
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#lists.length;
      this.#ids.set(key, id);
      this.#lists.push(facts.map((fact) => this.#facts[fact]!).toSorted(answersFirst));
    }
    return id;
  }

  writeTo(writer: TableWriter): void {
    const rows = this.#lists.flat();
    writer
      .add('histories', offsetsOf(this.#lists))
      .add(
        'from',
        Int32Array.from(rows, (row) => row.from),
      )
      .add(
        'through',
        Int32Array.from(rows, (row) => row.through),
      )
      .add(
        'indicator',
        Uint8Array.from(rows, (row) => row.indicator),
      )
      .add(
        'rationale',
        Uint8Array.from(rows, (row) => row.rationale | (row.before1996 ? BEFORE_1996 : 0)),
      );
  }
}

/** The order in which rows are tried: the latest first day first; where first days are not known, the nearest last day. */
function answersFirst(a: PairFacts, b: PairFacts): number {
  if ((a.indicator === 9) !== (b.indicator === 9)) return a.indicator === 9 ? 1 : -1;
  return b.from - a.from || (a.through === b.through ? 0 : a.through === NO_LAST_DAY ? 1 : a.through - b.through);
}

/** The pairs of each code in the order of their scattered partners; one number holds the partner and which history they have. */
function layOut(
  writer: TableWriter,
  codes: number,
  pairs: number,
  one: Uint32Array,
  two: Uint32Array,
  history: Uint32Array,
): void {
  const segments = new Uint32Array(codes + 1);
  const laid = new Uint32Array(pairs);
  // They come in the order of column 1.
  for (let pair = 0; pair < pairs; pair++) {
    segments[one[pair]! + 1]!++;
    laid[pair] = (scattered(two[pair]!) << 16) | history[pair]!;
  }
  for (let code = 0; code < codes; code++) {
    segments[code + 1]! += segments[code]!;
    laid.subarray(segments[code], segments[code + 1]).sort();
  }
  writer.add('segments', segments).add('pairs', laid);
}
