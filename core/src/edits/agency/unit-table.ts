import { CodeIndex } from './code-index.ts';
import { type TableFile, section } from './layout.ts';
import { packCode } from './packed-code.ts';

/** The most units of a code that the agency thinks likely. `adjudication`: 1 each line, 2 and 3 the whole day. */
export interface UnitLimit {
  readonly units: number;
  readonly adjudication: 1 | 2 | 3;
  readonly rationale: string;
}

/** Units by code. A code that is not here has no *published* limit: some are confidential. */
export class UnitTable {
  readonly #codes: CodeIndex;
  readonly #units: Uint32Array;
  readonly #adjudication: Uint8Array;
  readonly #rationale: Uint8Array;
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    this.#codes = new CodeIndex(section(file, 'codes', 'i32'));
    this.#units = section(file, 'units', 'u32');
    this.#adjudication = section(file, 'adjudication', 'u8');
    this.#rationale = section(file, 'rationale', 'u8');
  }

  get size(): number {
    return this.#codes.size;
  }

  /** The row of a packed code, or -1. */
  find(packed: number): number {
    return this.#codes.find(packed);
  }

  units(row: number): number {
    return this.#units[row]!;
  }

  adjudication(row: number): 1 | 2 | 3 {
    return this.#adjudication[row] as 1 | 2 | 3;
  }

  limit(code: string): UnitLimit | undefined {
    const row = this.find(packCode(code));
    if (row < 0) return undefined;
    const rationales = this.file.header.attributes['rationales'] as readonly string[];
    return {
      units: this.units(row),
      adjudication: this.adjudication(row),
      rationale: rationales[this.#rationale[row]!] ?? '',
    };
  }
}
