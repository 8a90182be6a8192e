/** Numbers for sequences of integers: equal sequences have one number (from 1 on). Exact: the integers are kept and compared. */
export class IntSequences {
  count = 0;
  private slots = new Int32Array(1 << 12);
  private hashes = new Int32Array(1 << 12);
  private starts = new Int32Array(1 << 12);
  private store = new Int32Array(1 << 14);
  private used = 0;

  clear(): void {
    this.slots.fill(0);
    this.count = this.used = 0;
  }

  /** The number of the first `length` integers. A new sequence gets the number `count`. */
  id(data: Int32Array, length: number): number {
    let hash = length;
    for (let at = 0; at < length; at++) {
      hash = Math.imul(hash ^ data[at]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ (hash >>> 13), 0x2c1b3c6d);
    hash ^= hash >>> 16;
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const known = slots[slot]!;
      if (known === 0) return this.add(data, length, hash, slot);
      if (hashes[known] === hash && this.same(known, data, length)) return known;
      slot = (slot + 1) & mask;
    }
  }

  private same(known: number, data: Int32Array, length: number): boolean {
    const { store, starts } = this;
    const start = starts[known]!;
    if (starts[known + 1]! - start !== length) return false;
    for (let at = 0; at < length; at++) if (store[start + at] !== data[at]) return false;
    return true;
  }

  private add(data: Int32Array, length: number, hash: number, slot: number): number {
    const fresh = ++this.count;
    if (fresh + 2 > this.starts.length) {
      this.starts = grown(this.starts, 2 * this.starts.length);
      this.hashes = grown(this.hashes, 2 * this.hashes.length);
    }
    if (this.used + length > this.store.length) this.store = grown(this.store, 2 * (this.used + length));
    for (let at = 0; at < length; at++) this.store[this.used++] = data[at]!;
    this.starts[fresh + 1] = this.used;
    this.hashes[fresh] = hash;
    this.slots[slot] = fresh;
    if (fresh * 2 > this.slots.length) this.spread();
    return fresh;
  }

  private spread(): void {
    const slots = new Int32Array(2 * this.slots.length);
    const mask = slots.length - 1;
    for (let known = 1; known <= this.count; known++) {
      let slot = this.hashes[known]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = known;
    }
    this.slots = slots;
  }
}

function grown(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const fresh = new Int32Array(length);
  fresh.set(numbers);
  return fresh;
}
