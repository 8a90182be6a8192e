/** A sorted list of packed codes: the position of a code in it is the code's small id inside one table. */
export class CodeIndex {
  readonly #codes: Int32Array;

  constructor(codes: Int32Array) {
    this.#codes = codes;
  }

  get size(): number {
    return this.#codes.length;
  }

  /** The id of a packed code, or -1 when the table does not know it (then no row of it can apply). */
  find(packed: number): number {
    const codes = this.#codes;
    let low = 0;
    let high = codes.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const code = codes[middle]!;
      if (code === packed) return middle;
      if (code < packed) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  at(id: number): number {
    return this.#codes[id] ?? -1;
  }
}

/** The same over exact doubles, for diagnosis codes. Gives the position, or `-(insertion point) - 1`. */
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
