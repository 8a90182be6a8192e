import { type TableFile, section } from './layout.ts';

/** Texts of a table, one after another in UTF-8, decoded only when somebody asks for one. */
export class TextPool {
  readonly #bytes: Uint8Array;
  readonly #offsets: Uint32Array;

  constructor(file: TableFile, name: string) {
    this.#bytes = section(file, `${name}-bytes`, 'u8');
    this.#offsets = section(file, `${name}-offsets`, 'u32');
  }

  get length(): number {
    return Math.max(0, this.#offsets.length - 1);
  }

  at(index: number): string {
    // A copy, because a decoder may refuse to read shared memory.
    return new TextDecoder().decode(this.#bytes.slice(this.#offsets[index], this.#offsets[index + 1]));
  }
}
