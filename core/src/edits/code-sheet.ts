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

/** The row of a code in the newest release of the fee schedule that has it. */
export type FindFeeRow = (code: string) => { readonly row: FeeRow; readonly edition: Edition } | undefined;

/** Codes that no table knows are forgotten when a long run has met this many of them. */
const KEPT = 50_000;

/** Sheets of codes, made when first asked for. `feeRow` and `known` answer for codes that the library does not hold. */
export class CodeSheets {
  readonly #sheets = new Map<string, CodeSheet>();
  readonly #records: ReadonlyMap<string, CodeRecord>;
  readonly #lists: ReadonlyMap<string, number>;
  readonly #swaps: ReadonlyMap<string, CodeSwap>;
  readonly #beside: ReadonlyMap<string, readonly PreparedBeside[]>;
  readonly #exclusive: ReadonlySet<string>;
  readonly #containers: ReadonlyMap<string, { readonly units: number; readonly least?: number }>;
  readonly #feeRow: FindFeeRow;
  readonly #visits: ReadonlySet<string>;

  constructor(library: Library, feeRow: FindFeeRow) {
    const { edits } = library;
    this.#records = new Map(uniform([...recordsOf(library).values()]).map((record) => [record.code, record]));
    this.#lists = listBits(edits.lists);
    this.#swaps = new Map(edits.swaps.map((swap) => [swap.code, swap]));
    this.#beside = besideByCode(edits.combinations?.beside ?? []);
    this.#exclusive = new Set(edits.exclusive.flatMap(({ other }) => other));
    this.#containers = new Map(edits.combinations?.containers.map((one) => [one.code, one]));
    this.#feeRow = feeRow;
    this.#visits = new Set(edits.lists['other-visits']);
  }

  /** True when the library itself has a record of the code. */
  has(code: string): boolean {
    return this.#records.has(code);
  }

  get(code: string): CodeSheet {
    const known = this.#sheets.get(code);
    if (known) return known;
    if (this.#sheets.size >= KEPT) this.#sheets.clear();
    const made = this.#make(code);
    this.#sheets.set(code, made);
    return made;
  }

  #make(code: string): CodeSheet {
    const own = this.#records.get(code);
    const fee = own ? undefined : this.#feeRow(code);
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
