const FIRST_SLOTS = 1 << 12;
const FIRST_BYTES = 1 << 16;

/**
 * Numbers for stretches of bytes: equal bytes have one number, other bytes another one. Exact, because the bytes
 * themselves are kept and compared. Whoever uses it looks at `full` now and then and begins anew, so that memory stays flat.
 */
export class ByteWords {
  /** How many words there are; their numbers are 1 to this. */
  count = 0;
  private readonly most: number;
  private slots = new Int32Array(FIRST_SLOTS);
  private hashes = new Int32Array(FIRST_SLOTS);
  /** Where word n begins in the store; it ends where the next one begins. */
  private starts = new Int32Array(FIRST_SLOTS);
  private store = new DataView(new ArrayBuffer(FIRST_BYTES));
  private used = 0;

  constructor(most: number) {
    this.most = most;
  }

  get full(): boolean {
    return this.count >= this.most || this.used >= this.most * 64;
  }

  clear(): void {
    this.slots = new Int32Array(FIRST_SLOTS);
    this.hashes = new Int32Array(FIRST_SLOTS);
    this.starts = new Int32Array(FIRST_SLOTS);
    this.store = new DataView(new ArrayBuffer(FIRST_BYTES));
    this.count = this.used = 0;
  }

  /** The number of the word that stands in [from, to). Its bytes are looked at four at a time. */
  id(bytes: DataView, from: number, to: number): number {
    const whole = to - 4;
    let hash = to - from;
    let at = from;
    for (; at <= whole; at += 4) hash = (Math.imul(hash, 0x9e3779b1) + bytes.getInt32(at, true)) | 0;
    for (; at < to; at++) hash = (Math.imul(hash, 31) + bytes.getUint8(at)) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const known = slots[slot]!;
      if (known === 0) return this.add(bytes, from, to, hash, slot);
      if (hashes[known] === hash && this.same(known, bytes, from, to)) return known;
      slot = (slot + 1) & mask;
    }
  }

  private same(word: number, bytes: DataView, from: number, to: number): boolean {
    const { store, starts } = this;
    let own = starts[word]!;
    if (starts[word + 1]! - own !== to - from) return false;
    const whole = to - 4;
    let at = from;
    for (; at <= whole; at += 4, own += 4) if (store.getInt32(own, true) !== bytes.getInt32(at, true)) return false;
    for (; at < to; at++, own++) if (store.getUint8(own) !== bytes.getUint8(at)) return false;
    return true;
  }

  private add(bytes: DataView, from: number, to: number, hash: number, slot: number): number {
    const word = ++this.count;
    if (word + 2 > this.starts.length) {
      this.starts = longer(this.starts);
      this.hashes = longer(this.hashes);
    }
    const length = to - from;
    if (this.used + length > this.store.byteLength) {
      const grown = new Uint8Array(2 * (this.used + length));
      grown.set(new Uint8Array(this.store.buffer, 0, this.used));
      this.store = new DataView(grown.buffer);
    }
    for (let at = from; at < to; at++) this.store.setUint8(this.used++, bytes.getUint8(at));
    this.starts[word + 1] = this.used;
    this.hashes[word] = hash;
    this.slots[slot] = word;
    if (word * 2 > this.slots.length) this.spread();
    return word;
  }

  /** Twice the slots. */
  private spread(): void {
    const slots = new Int32Array(2 * this.slots.length);
    const mask = slots.length - 1;
    for (let word = 1; word <= this.count; word++) {
      let slot = this.hashes[word]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = word;
    }
    this.slots = slots;
  }
}

function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * numbers.length);
  grown.set(numbers);
  return grown;
}
