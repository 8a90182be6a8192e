/**
 * A sorted list of packed codes: the position of a code in it is the code's small id inside one table. A hash of the
 * few ten thousand codes is made on opening (about a millisecond), so that finding an id costs one or two probes.
 */
export class CodeIndex {
  readonly #codes: Int32Array;
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(codes: Int32Array) {
    this.#codes = codes;
    let length = 16;
    while (length < codes.length * 2) length *= 2;
    this.#mask = length - 1;
    // A slot holds code and id side by side, so that a probe touches one cache line.
    this.#slots = new Int32Array(length * 2).fill(-1);
    for (let id = 0; id < codes.length; id++) {
      let at = this.#placeOf(codes[id]!);
      while (this.#slots[at * 2] !== -1) at = (at + 1) & this.#mask;
      this.#slots[at * 2] = codes[id]!;
      this.#slots[at * 2 + 1] = id;
    }
  }

  get size(): number {
    return this.#codes.length;
  }

  /** The id of a packed code, or -1 when the table does not know it (then no row of it can apply). */
  find(packed: number): number {
    if (packed < 0) return -1;
    const slots = this.#slots;
    for (let at = this.#placeOf(packed); ; at = (at + 1) & this.#mask) {
      const code = slots[at * 2]!;
      if (code === packed) return slots[at * 2 + 1]!;
      if (code === -1) return -1;
    }
  }

  at(id: number): number {
    return this.#codes[id] ?? -1;
  }

  #placeOf(packed: number): number {
    return (Math.imul(packed, 0x9e3779b1) >>> 12) & this.#mask;
  }
}

/** Binary search over exact doubles, for diagnosis codes. Gives the position, or `-(insertion point) - 1`. */
export function findDouble(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = values[middle]!;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -low - 1;
}
