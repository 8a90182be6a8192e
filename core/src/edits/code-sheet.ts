import { dayNumber } from '../model/date.ts';
import type { Citation } from '../model/citation.ts';
import type { FeeRow } from '../model/fee.ts';
import type { Library } from '../model/library.ts';
import type { BilateralIndicator, CodeRecord, CodeRole } from '../model/law/coding.ts';
import type { BesideRule, CodeKey, CodeSwap, Edition } from '../model/law/edits.ts';
import { codeKey } from './code-key.ts';
import { listBits } from './list-bits.ts';
import { uniform } from './uniform.ts';

/** Everything that edits know of a code, found with one look-up a line. */
export interface CodeSheet {
  readonly code: string;
  readonly key: CodeKey;
  /** What is known of it: our own record, else what an imported fee schedule says. */
  readonly record: CodeRecord | undefined;
  readonly from: number;
  readonly through: number;
  /** The record is our own: its dates are known. */
  readonly own: boolean;
  /** The release of the fee schedule that the record comes from, when it is not our own. */
  readonly fee: Edition | undefined;
  readonly lists: number;
  readonly swap: CodeSwap | undefined;
  readonly beside: readonly PreparedBeside[];
  /** Named by one of the exclusions. */
  readonly exclusive: boolean;
  readonly container: number | undefined;
  /** Fewer billing units of a drug than this are no dose. */
  readonly least: number | undefined;
}

export interface PreparedBeside {
  readonly rule: BesideRule;
  readonly codes: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

/** The fee schedule, release by release. */
export interface FeeReleases {
  readonly count: number;
  /** The number of the release that answers on a day, without a day (below 0) of the newest; -1 when there is none. */
  on(day: number): number;
  find(code: string, release: number): { readonly row: FeeRow; readonly edition: Edition } | undefined;
}

/** Codes that no table knows are forgotten when a long run has met this many of them. */
const KEPT = 50_000;

/** Sheets of codes, made when first asked for. The fee schedule of the day answers for codes that the library does not hold. */
export class CodeSheets {
  readonly #sheets = new Map<string, CodeSheet>();
  /** By release, of codes that the library does not hold; the newest release has the sheets above. */
  readonly #older = new Map<number, Map<string, CodeSheet>>();
  readonly #records: ReadonlyMap<string, CodeRecord>;
  readonly #lists: ReadonlyMap<string, number>;
  readonly #swaps: ReadonlyMap<string, CodeSwap>;
  readonly #beside: ReadonlyMap<string, readonly PreparedBeside[]>;
  readonly #exclusive: ReadonlySet<string>;
  readonly #containers: ReadonlyMap<string, { readonly units: number; readonly least?: number }>;
  readonly #fees: FeeReleases;
  readonly #visits: ReadonlySet<string>;

  constructor(library: Library, fees: FeeReleases) {
    const { edits } = library;
    this.#records = new Map(uniform([...recordsOf(library).values()]).map((record) => [record.code, record]));
    this.#lists = listBits(edits.lists);
    this.#swaps = new Map(edits.swaps.map((swap) => [swap.code, swap]));
    this.#beside = besideByCode(edits.combinations?.beside ?? []);
    this.#exclusive = new Set(edits.exclusive.flatMap(({ other }) => other));
    this.#containers = new Map(edits.combinations?.containers.map((one) => [one.code, one]));
    this.#fees = fees;
    this.#visits = new Set(edits.lists['other-visits']);
  }

  /** True when the library itself has a record of the code. */
  has(code: string): boolean {
    return this.#records.has(code);
  }

  /** What is known of a code on a day; without a day (below 0) by the newest release. */
  get(code: string, day = -1): CodeSheet {
    const known = this.#sheets.get(code) ?? this.#kept(this.#sheets, code, this.#fees.on(-1));
    return known.own || day < 0 ? known : this.#onDay(known, day);
  }

  /** What is known of a code by any release. */
  all(code: string): readonly CodeSheet[] {
    const newest = this.get(code);
    if (newest.own) return [newest];
    return Array.from({ length: this.#fees.count }, (_, release) => this.#onRelease(newest, release));
  }

  #onDay(newest: CodeSheet, day: number): CodeSheet {
    return this.#onRelease(newest, this.#fees.on(day));
  }

  #onRelease(newest: CodeSheet, release: number): CodeSheet {
    if (release === this.#fees.on(-1)) return newest;
    let sheets = this.#older.get(release);
    if (!sheets) this.#older.set(release, (sheets = new Map()));
    return sheets.get(newest.code) ?? this.#kept(sheets, newest.code, release);
  }

  #kept(sheets: Map<string, CodeSheet>, code: string, release: number): CodeSheet {
    if (sheets.size >= KEPT) sheets.clear();
    const made = this.#make(code, release);
    sheets.set(code, made);
    return made;
  }

  #make(code: string, release: number): CodeSheet {
    const own = this.#records.get(code);
    const fee = own ? undefined : this.#fees.find(code, release);
    const record = own ?? (fee && recordOfFee(fee.row, fee.edition.citation, this.#visits.has(code)));
    return {
      code,
      key: codeKey(code),
      record,
      own: own !== undefined,
      fee: fee?.edition,
      from: own?.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(own.from),
      through: own?.through === undefined ? Number.POSITIVE_INFINITY : dayNumber(own.through),
      lists: this.#lists.get(code) ?? 0,
      swap: this.#swaps.get(code),
      beside: this.#beside.get(code) ?? [],
      exclusive: this.#exclusive.has(code),
      container: this.#containers.get(code)?.units,
      least: this.#containers.get(code)?.least,
    };
  }
}

function besideByCode(rules: readonly BesideRule[]): ReadonlyMap<string, readonly PreparedBeside[]> {
  const found = new Map<string, PreparedBeside[]>();
  for (const rule of rules) {
    const prepared = { rule, codes: new Set(rule.beside), families: new Set(rule.families) };
    for (const code of rule.codes) found.set(code, [...(found.get(code) ?? []), prepared]);
  }
  return found;
}

function recordsOf(library: Library): ReadonlyMap<string, CodeRecord> {
  const known = new Map<string, CodeRecord>(library.coding.codes.map((record) => [record.code, record]));
  // A drug's billing entry is all that is known of its code; a code of several entries is valid over all of them.
  for (const drug of library.drugs)
    for (const billing of drug.billing)
      if (!known.has(billing.code))
        known.set(billing.code, {
          code: billing.code,
          gist: drug.name.replaceAll('-', ' '),
          family: 'drug',
          role: 'drug',
          guidance: [],
          confidence: billing.citation.confidence,
          citation: billing.citation,
          ...(billing.from ? { from: billing.from } : {}),
          ...(billing.through ? { through: billing.through } : {}),
        });
  return known;
}

/** What the fee schedule says of a code that the library does not describe. */
function recordOfFee(row: FeeRow, citation: Citation, visit: boolean): CodeRecord {
  const role: CodeRole = visit
    ? 'evaluation'
    : row.global === 'ZZZ'
      ? 'add-on'
      : /^0[019]0$/.test(row.global)
        ? 'procedure'
        : 'other';
  return {
    code: row.code,
    gist: '',
    family: 'other',
    role,
    status: row.status,
    global: row.global,
    multiple: row.multipleProcedure,
    bilateral: row.bilateral as BilateralIndicator,
    parts: row.components === 1,
    office: !row.nonFacilityNotApplicable,
    guidance: [],
    confidence: 'high',
    citation,
  };
}
