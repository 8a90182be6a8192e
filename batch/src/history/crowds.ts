/**
 * More claims than one person has in one batch: the member number stands for many people, as in test files and in data of
 * which the names were taken out. Such claims are not seen together, because they would accuse each other; and to hold
 * each against all others would take for ever.
 */
export const MOST_OF_ONE = 500;

/** A heap that is larger than this is thinned while it is read. */
export const LARGEST_HEAP = 32 << 20;

/** Takes as many records of each patient as show a crowd, and counts those that it leaves out. */
export class Thinning {
  leftOut = 0;
  readonly #met = new Map<string, number>();
  #kept: Uint8Array<SharedArrayBuffer>;
  #used = 0;

  constructor(room = LARGEST_HEAP) {
    this.#kept = new Uint8Array(new SharedArrayBuffer(room));
  }

  /** Whole records of a chunk; how many bytes of it were whole records. */
  take(chunk: Uint8Array): number {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let at = 0;
    while (at + 12 <= chunk.length) {
      const size = view.getUint32(at, true);
      if (at + size > chunk.length) break;
      const patient = `${view.getUint32(at + 4, true)}-${view.getUint32(at + 8, true)}`;
      const met = (this.#met.get(patient) ?? 0) + 1;
      this.#met.set(patient, met);
      if (met > MOST_OF_ONE + 1) this.leftOut++;
      else this.#keep(chunk.subarray(at, at + size));
      at += size;
    }
    return at;
  }

  get records(): Uint8Array<SharedArrayBuffer> {
    return this.#kept.subarray(0, this.#used);
  }

  #keep(record: Uint8Array): void {
    if (this.#used + record.length > this.#kept.length) {
      const grown = new Uint8Array(new SharedArrayBuffer(2 * this.#kept.length + record.length));
      grown.set(this.records);
      this.#kept = grown;
    }
    this.#kept.set(record, this.#used);
    this.#used += record.length;
  }
}
