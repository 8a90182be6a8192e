import { type IsoDate, dayNumber, fromDayNumber } from '../../model/date.ts';
import { CodeIndex } from './code-index.ts';
import { type TableFile, section } from './layout.ts';
import { packCode } from './packed-code.ts';
import { NO_FIRST_DAY, NO_LAST_DAY } from './pair-table.ts';
import { TextPool } from './text-pool.ts';

export interface ProcedureCodeRow {
  readonly added?: IsoDate;
  /** The last day on which the code may be submitted. */
  readonly terminated?: IsoDate;
  /** The agency's coverage letter, when it gives one. */
  readonly coverage: string;
  /** The agency's short text (Level II only; not licensed text). */
  readonly text: string;
}

/** Level II procedure codes with the dates between which each may be submitted. */
export class ProcedureCodeTable {
  readonly #codes: CodeIndex;
  readonly #added: Int32Array;
  readonly #terminated: Int32Array;
  readonly #coverage: Uint8Array;
  readonly #texts: TextPool;
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    this.#codes = new CodeIndex(section(file, 'codes', 'i32'));
    this.#added = section(file, 'added', 'i32');
    this.#terminated = section(file, 'terminated', 'i32');
    this.#coverage = section(file, 'coverage', 'u8');
    this.#texts = new TextPool(file, 'texts');
  }

  get size(): number {
    return this.#codes.size;
  }

  /** By packed code and day: 0 not known, 1 in force, 2 not yet, 3 no longer. */
  validity(packed: number, day: number): 0 | 1 | 2 | 3 {
    const row = this.#codes.find(packed);
    if (row < 0) return 0;
    if (day < this.#added[row]!) return 2;
    return day <= this.#terminated[row]! ? 1 : 3;
  }

  /** `absent` when the edition never heard of the code; `not-in-force` when it has ended or not begun on that day. */
  status(code: string, on: IsoDate): 'in-force' | 'not-in-force' | 'absent' {
    const validity = this.validity(packCode(code), dayNumber(on));
    return validity === 0 ? 'absent' : validity === 1 ? 'in-force' : 'not-in-force';
  }

  row(code: string): ProcedureCodeRow | undefined {
    const row = this.#codes.find(packCode(code));
    if (row < 0) return undefined;
    const [added, terminated, coverage] = [this.#added[row]!, this.#terminated[row]!, this.#coverage[row]!];
    return {
      ...(added === NO_FIRST_DAY ? {} : { added: fromDayNumber(added) }),
      ...(terminated === NO_LAST_DAY ? {} : { terminated: fromDayNumber(terminated) }),
      coverage: coverage === 0 ? '' : String.fromCharCode(coverage),
      text: this.#texts.at(row),
    };
  }
}
