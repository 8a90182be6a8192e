import { type IsoDate, dayNumber, fromDayNumber } from '../../model/date.ts';
import { CodeIndex } from './code-index.ts';
import { type TableFile, section } from './layout.ts';
import { packCode, unpackCode } from './packed-code.ts';
import { NO_FIRST_DAY, NO_LAST_DAY } from './pair-table.ts';

/** 1: only these primaries. 2: the contractor decides, none listed. 3: these, and the contractor may take others. */
export type AddOnType = 1 | 2 | 3;

export interface AddOnRow {
  readonly type: AddOnType;
  /** Absent when the contractor defines the primaries. */
  readonly primary?: string;
  readonly from?: IsoDate;
  readonly through?: IsoDate;
}

/** Add-on codes and the primaries they may ride on. */
export class AddOnTable {
  readonly #codes: CodeIndex;
  readonly #offsets: Uint32Array;
  readonly #primary: Int32Array;
  readonly #type: Uint8Array;
  readonly #from: Int32Array;
  readonly #through: Int32Array;
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    this.#codes = new CodeIndex(section(file, 'codes', 'i32'));
    this.#offsets = section(file, 'offsets', 'u32');
    this.#primary = section(file, 'primary', 'i32');
    this.#type = section(file, 'type', 'u8');
    this.#from = section(file, 'from', 'i32');
    this.#through = section(file, 'through', 'i32');
  }

  get size(): number {
    return this.#codes.size;
  }

  /** The id of an add-on code (packed), or -1: the code is not an add-on in this edition. */
  find(packed: number): number {
    return this.#codes.find(packed);
  }

  /** The type in force on a day, or 0 when every row of the add-on has ended or not begun. */
  typeOn(addOn: number, day: number): AddOnType | 0 {
    for (let row = this.#offsets[addOn]!; row < this.#offsets[addOn + 1]!; row++)
      if (this.#from[row]! <= day && day <= this.#through[row]!) return this.#type[row] as AddOnType;
    return 0;
  }

  /** Whether a packed code is a listed primary of the add-on on a day. */
  accepts(addOn: number, primary: number, day: number): boolean {
    for (let row = this.#offsets[addOn]!; row < this.#offsets[addOn + 1]!; row++)
      if (this.#primary[row] === primary && this.#from[row]! <= day && day <= this.#through[row]!) return true;
    return false;
  }

  /** The listed primaries (packed) in force on a day. */
  primaries(addOn: number, day: number): readonly number[] {
    const found: number[] = [];
    for (let row = this.#offsets[addOn]!; row < this.#offsets[addOn + 1]!; row++)
      if (this.#primary[row]! >= 0 && this.#from[row]! <= day && day <= this.#through[row]!)
        found.push(this.#primary[row]!);
    return found;
  }

  /** Every row of an add-on, in force or not; with `on`, only those in force. */
  rows(addOn: string, on?: IsoDate): readonly AddOnRow[] {
    const id = this.find(packCode(addOn));
    if (id < 0) return [];
    const day = on === undefined ? undefined : dayNumber(on);
    const found: AddOnRow[] = [];
    for (let row = this.#offsets[id]!; row < this.#offsets[id + 1]!; row++) {
      const [from, through, primary] = [this.#from[row]!, this.#through[row]!, this.#primary[row]!];
      if (day !== undefined && (day < from || through < day)) continue;
      found.push({
        type: this.#type[row] as AddOnType,
        ...(primary < 0 ? {} : { primary: unpackCode(primary) }),
        ...(from === NO_FIRST_DAY ? {} : { from: fromDayNumber(from) }),
        ...(through === NO_LAST_DAY ? {} : { through: fromDayNumber(through) }),
      });
    }
    return found;
  }
}
