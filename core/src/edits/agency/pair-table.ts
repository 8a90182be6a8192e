import { type IsoDate, fromDayNumber } from '../../model/date.ts';
import { CodeIndex } from './code-index.ts';
import { type TableFile, section } from './layout.ts';
import { packCode } from './packed-code.ts';

/** No first day is known: the row is in force on any day until its last. */
export const NO_FIRST_DAY = -0x80000000;
/** No last day: the row is open. */
export const NO_LAST_DAY = 0x7fffffff;
/** The byte of a rationale holds its number, and above it whether the edit is older than 1996. */
export const MOST_RATIONALES = 64;
export const BEFORE_1996 = MOST_RATIONALES;

/** One row of the agency's pair file. Both dates inclusive. */
export interface PairRow {
  readonly from?: IsoDate;
  readonly through?: IsoDate;
  /** 0 no modifier bypasses, 1 a modifier can be right, 9 never was an edit. */
  readonly indicator: 0 | 1 | 9;
  readonly rationale: string;
  /** The edit is older than 1996-01-01. */
  readonly before1996: boolean;
}

/**
 * Pairs of procedure codes: four bytes a pair (`partner | history`) and nothing between them. The partners of a column-1
 * code lie one after another, their ids scattered evenly over all 16-bit numbers and sorted by that: where one must lie is
 * known to a few places, and who is not there is nowhere. Pairs with the same dated rows share one history. A lookup touches
 * one place and, on a hit, one short history: its cost hardly grows with the table.
 */
export class PairTable {
  readonly #codes: CodeIndex;
  readonly #segments: Uint32Array;
  readonly #pairs: Uint32Array;
  readonly #histories: Uint32Array;
  readonly #from: Int32Array;
  readonly #through: Int32Array;
  readonly #indicator: Uint8Array;
  readonly #rationale: Uint8Array;
  readonly #rationales: readonly string[];
  readonly #made: PairRow[] = [];
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    this.#codes = new CodeIndex(section(file, 'codes', 'i32'));
    this.#segments = section(file, 'segments', 'u32');
    this.#pairs = section(file, 'pairs', 'u32');
    this.#histories = section(file, 'histories', 'u32');
    this.#from = section(file, 'from', 'i32');
    this.#through = section(file, 'through', 'i32');
    this.#indicator = section(file, 'indicator', 'u8');
    this.#rationale = section(file, 'rationale', 'u8');
    this.#rationales = file.header.attributes['rationales'] as readonly string[];
  }

  /** Pairs, each counted once however many dated rows it has. */
  get size(): number {
    return this.file.header.counts['pairs'] ?? 0;
  }

  /** The id of a packed code inside this table, or -1: then no pair contains it. */
  idOf(packed: number): number {
    return this.#codes.find(packed);
  }

  /** The packed code of an id. */
  codeAt(id: number): number {
    return this.#codes.at(id);
  }

  /**
   * The row in force on a day (days since 1970-01-01) for column 1 and column 2 by id, or -1. Rows with indicator 9
   * never worked and are never found. The order of the two codes matters: ask both ways.
   */
  find(column1: number, column2: number, day: number): number {
    const history = this.#historyOf(column1, column2);
    if (history < 0) return -1;
    const end = this.#histories[history + 1]!;
    // Rows lie latest first day first; with unknown first days, earliest last day first: the first match is the answer.
    for (let row = this.#histories[history]!; row < end; row++)
      if (this.#from[row]! <= day && day <= this.#through[row]! && this.#indicator[row] !== 9) return row;
    return -1;
  }

  /** Whether this edition has rows of a pair that had begun by that day, none of which works on it: it was ended, or never worked. */
  isEnded(column1: number, column2: number, day: number): boolean {
    const history = this.#historyOf(column1, column2);
    if (history < 0 || this.find(column1, column2, day) >= 0) return false;
    for (let row = this.#histories[history]!; row < this.#histories[history + 1]!; row++)
      if (this.#from[row]! <= day) return true;
    return false;
  }

  #historyOf(column1: number, column2: number): number {
    if (column1 < 0 || column2 < 0) return -1;
    const start = this.#segments[column1]!;
    const end = this.#segments[column1 + 1]!;
    if (start === end) return -1;
    const pairs = this.#pairs;
    const wanted = scattered(column2);
    // Bounded by the segment, so that not even a damaged file can turn a lookup into a loop.
    let at = start + placeOf(wanted, end - start);
    while (pairs[at]! >>> 16 < wanted && at < end - 1) at++;
    while (pairs[at]! >>> 16 > wanted && at > start) at--;
    const found = pairs[at]!;
    return found >>> 16 === wanted ? found & 0xffff : -1;
  }

  indicator(row: number): 0 | 1 | 9 {
    return this.#indicator[row] as 0 | 1 | 9;
  }

  rationale(row: number): string {
    return this.#rationales[this.#rationale[row]! % MOST_RATIONALES] ?? '';
  }

  /** A dated row by its number. Few thousand stand for millions of pairs, so each is made once. */
  row(row: number): PairRow {
    return (this.#made[row] ??= this.#make(row));
  }

  #make(row: number): PairRow {
    const [from, through] = [this.#from[row]!, this.#through[row]!];
    return {
      ...(from === NO_FIRST_DAY ? {} : { from: fromDayNumber(from) }),
      ...(through === NO_LAST_DAY ? {} : { through: fromDayNumber(through) }),
      indicator: this.indicator(row),
      rationale: this.rationale(row),
      before1996: (this.#rationale[row]! & BEFORE_1996) !== 0,
    };
  }

  /** Every dated row of a pair as the agency's file has it, indicator 9 included. For people, not for the hot path. */
  rows(column1: string, column2: string): readonly PairRow[] {
    const history = this.#historyOf(this.idOf(packCode(column1)), this.idOf(packCode(column2)));
    if (history < 0) return [];
    const found: PairRow[] = [];
    for (let row = this.#histories[history]!; row < this.#histories[history + 1]!; row++) found.push(this.row(row));
    return found;
  }
}

/** As many column-2 ids as a table can tell apart. */
export const MOST_CODES = 65_536;

/** A column-2 id among all 16-bit numbers, each of which stands for one id; neighbours come to lie far apart. */
export function scattered(column2: number): number {
  return Math.imul(column2, 0x9e37) & 0xffff;
}

/** Where a scattered id must lie, nearly, among `length` of them in order. */
function placeOf(wanted: number, length: number): number {
  return Math.imul(wanted, length) >>> 16;
}
