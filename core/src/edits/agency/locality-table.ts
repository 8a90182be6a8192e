import type { GeographicIndices, PricingLocality } from '../../model/fee.ts';
import { type TableFile, section } from './layout.ts';
import { unpackShort } from './packed-code.ts';
import { TextPool } from './text-pool.ts';

/** Rows of a carrier and a locality: `10112`, `00`. A few hundred, so a small map of them is made on opening. */
export class LocalityTable {
  readonly #rows = new Map<string, number>();
  readonly #values: Int32Array;
  readonly #names: TextPool;
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    this.#values = section(file, 'values', 'i32');
    this.#names = new TextPool(file, 'names');
    const keys = new TextPool(file, 'keys');
    for (let row = 0; row < keys.length; row++) this.#rows.set(keys.at(row), row);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Cost indices of a locality, from the index file. */
  indices(carrier: string, locality: string): GeographicIndices | undefined {
    const row = this.#rows.get(`${carrier}/${locality}`);
    if (row === undefined) return undefined;
    const [work, expense, malpractice] = this.#values.subarray(row * 3, row * 3 + 3);
    return { work: work!, expense: expense!, malpractice: malpractice! };
  }

  /** Anesthesia conversion factor in ten-thousandths of a dollar, from the anesthesia file. */
  anesthesiaFactor(carrier: string, locality: string): number | undefined {
    const row = this.#rows.get(`${carrier}/${locality}`);
    return row === undefined ? undefined : this.#values[row];
  }

  name(carrier: string, locality: string): string | undefined {
    const row = this.#rows.get(`${carrier}/${locality}`);
    return row === undefined ? undefined : this.#names.at(row);
  }
}

/** Five-digit ZIP codes → the carrier and locality that price them. */
export class ZipTable {
  readonly #zips: Int32Array;
  readonly #carriers: Int32Array;
  readonly #localities: Int32Array;
  readonly #states: Int32Array;
  readonly #extension: Uint8Array;
  readonly file: TableFile;

  constructor(file: TableFile) {
    this.file = file;
    this.#zips = section(file, 'zips', 'i32');
    this.#carriers = section(file, 'carriers', 'i32');
    this.#localities = section(file, 'localities', 'i32');
    this.#states = section(file, 'states', 'i32');
    this.#extension = section(file, 'extension', 'u8');
  }

  get size(): number {
    return this.#zips.length;
  }

  /** Takes five or nine digits; only the first five are looked at. */
  find(zip: string): PricingLocality | undefined {
    const wanted = Number(zip.slice(0, 5));
    let low = 0;
    let high = this.#zips.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#zips[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    if (this.#zips[low] !== wanted) return undefined;
    return {
      state: unpackShort(this.#states[low]!),
      carrier: unpackShort(this.#carriers[low]!),
      locality: unpackShort(this.#localities[low]!),
      needsExtension: this.#extension[low] === 1,
    };
  }
}
