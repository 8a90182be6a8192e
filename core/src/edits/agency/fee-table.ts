import type { FeeRow } from '../../model/fee.ts';
import { type TableFile, section } from './layout.ts';
import { packCode, packShort, unpackCode, unpackShort } from './packed-code.ts';

const STATUS_NONFACILITY_NA = 1;
const STATUS_FACILITY_NA = 2;
export const FEE_FLAGS = { nonFacilityNA: STATUS_NONFACILITY_NA, facilityNA: STATUS_FACILITY_NA } as const;

/** Names of the one-byte columns, in the order in which they lie in the section `small`. */
export const FEE_SMALL = [
  'status',
  'flags',
  'components',
  'multipleProcedure',
  'bilateral',
  'assistant',
  'coSurgeon',
  'team',
  'imagingFamily',
] as const;
export const FEE_VALUES = [
  'work',
  'nonFacilityExpense',
  'facilityExpense',
  'malpractice',
  'preoperative',
  'intraoperative',
  'postoperative',
] as const;

/** The relative value file of one release: code and component modifier → row. */
export class FeeTable {
  readonly #codes: Int32Array;
  readonly #modifiers: Int32Array;
  readonly #values: Int32Array;
  readonly #small: Uint8Array;
  readonly #global: Int32Array;
  readonly #endoscopy: Int32Array;
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    this.#codes = section(file, 'codes', 'i32');
    this.#modifiers = section(file, 'modifiers', 'i32');
    this.#values = section(file, 'values', 'i32');
    this.#small = section(file, 'small', 'u8');
    this.#global = section(file, 'global', 'i32');
    this.#endoscopy = section(file, 'endoscopy', 'i32');
  }

  get size(): number {
    return this.#codes.length;
  }

  /** Ten-thousandths of a dollar; the release has one factor. */
  get conversionFactor(): number {
    return Number(this.file.header.attributes['conversionFactor']);
  }

  /** The row for a code and its component modifier (26, TC, 53; empty for the whole service). */
  find(code: string, modifier = ''): FeeRow | undefined {
    const [wanted, component] = [packCode(code), packShort(modifier)];
    let low = 0;
    let high = this.#codes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#codes[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    for (let row = low; row < this.#codes.length && this.#codes[row] === wanted; row++)
      if (this.#modifiers[row] === component) return this.at(row);
    return undefined;
  }

  at(row: number): FeeRow {
    const value = (name: (typeof FEE_VALUES)[number]) =>
      this.#values[row * FEE_VALUES.length + FEE_VALUES.indexOf(name)]!;
    const small = (name: (typeof FEE_SMALL)[number]) => this.#small[row * FEE_SMALL.length + FEE_SMALL.indexOf(name)]!;
    const endoscopy = this.#endoscopy[row]!;
    return {
      code: unpackCode(this.#codes[row]!),
      modifier: unpackShort(this.#modifiers[row]!),
      status: String.fromCharCode(small('status')),
      work: value('work'),
      nonFacilityExpense: value('nonFacilityExpense'),
      facilityExpense: value('facilityExpense'),
      malpractice: value('malpractice'),
      nonFacilityNotApplicable: (small('flags') & STATUS_NONFACILITY_NA) !== 0,
      facilityNotApplicable: (small('flags') & STATUS_FACILITY_NA) !== 0,
      global: unpackShort(this.#global[row]!),
      components: small('components'),
      multipleProcedure: small('multipleProcedure'),
      bilateral: small('bilateral'),
      assistant: small('assistant'),
      coSurgeon: small('coSurgeon'),
      team: small('team'),
      preoperative: value('preoperative'),
      intraoperative: value('intraoperative'),
      postoperative: value('postoperative'),
      ...(endoscopy < 0 ? {} : { endoscopyBase: unpackCode(endoscopy) }),
      imagingFamily: small('imagingFamily'),
    };
  }
}
