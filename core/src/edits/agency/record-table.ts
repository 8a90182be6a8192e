import { type TableFile } from './layout.ts';
import { TextPool } from './text-pool.ts';

/**
 * Small code lists (places of service, modifiers, adjustment reasons, taxonomy): rows of named texts sorted by
 * their key. A key may have several rows.
 */
export class RecordTable {
  readonly #fields: ReadonlyMap<string, TextPool>;
  readonly #keys: TextPool;
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    const names = file.header.attributes['fields'] as readonly string[];
    this.#fields = new Map(names.map((name) => [name, new TextPool(file, name)]));
    this.#keys = this.#fields.get(names[0]!)!;
  }

  get size(): number {
    return this.#keys.length;
  }

  /** Every row whose key is exactly this text. */
  find(key: string): readonly Readonly<Record<string, string>>[] {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#keys.at(middle) < key) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let row = low; row < this.#keys.length && this.#keys.at(row) === key; row++) found.push(this.at(row));
    return found;
  }

  has(key: string): boolean {
    return this.find(key).length > 0;
  }

  at(row: number): Readonly<Record<string, string>> {
    const record: Record<string, string> = {};
    for (const [name, pool] of this.#fields) {
      const text = pool.at(row);
      if (text !== '') record[name] = text;
    }
    return record;
  }
}
