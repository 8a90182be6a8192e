import { type TableFile, section } from './layout.ts';

/**
 * Texts of a table, decoded only when somebody asks for one: in UTF-8 one after another, or, where the same words come
 * again and again, as numbers of words (`TableWriter.addWordedTexts`).
 */
export class TextPool {
  readonly #bytes: Uint8Array;
  readonly #offsets: Uint32Array;
  readonly #words: Uint16Array;
  /** Where the words of each text begin; empty where texts lie as they are. */
  readonly #starts: Uint32Array;

  constructor(file: TableFile, name: string) {
    this.#bytes = section(file, `${name}-bytes`, 'u8');
    this.#offsets = section(file, `${name}-offsets`, 'u32');
    this.#words = section(file, `${name}-words`, 'u16');
    this.#starts = section(file, `${name}-starts`, 'u32');
  }

  get length(): number {
    return Math.max(0, (this.#starts.length || this.#offsets.length) - 1);
  }

  at(index: number): string {
    if (this.#starts.length === 0) return this.#decoded(index);
    const words = this.#words.subarray(this.#starts[index], this.#starts[index + 1]);
    return Array.from(words, (word) => this.#decoded(word)).join(' ');
  }

  #decoded(index: number): string {
    // A copy, because a decoder may refuse to read shared memory.
    return new TextDecoder().decode(this.#bytes.slice(this.#offsets[index], this.#offsets[index + 1]));
  }
}
