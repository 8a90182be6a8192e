import { closeSync, ftruncateSync, mkdirSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_HEAP, Thinning } from './crowds.ts';
import { heapOf } from './record.ts';

const [FEWEST, MOST] = [64, 512];
/** A heap is read whole: of this many bytes of claims there is at least one. */
const CLAIM_BYTES = 5 << 20;
/** Records wait until there are this many bytes of them: many heaps get a little of every part, and writing has its price. */
const HELD = 1 << 20;

/** The records of a heap, and how many of a crowd were not read. */
export interface ReadHeap {
  readonly records: Uint8Array<SharedArrayBuffer>;
  readonly leftOut: number;
}

/** How many heaps claim files of a size need: one patient's claims lie in one heap, and a heap takes little memory. */
export function heapsFor(bytes: number): number {
  let count = FEWEST;
  while (count < MOST && bytes / count > CLAIM_BYTES) count *= 2;
  return count;
}

/**
 * Records of claims in files, by patient. Appended in the order of the file; lengths are what a checkpoint keeps, and
 * whoever asks for them has everything written.
 */
export class Heaps {
  readonly folder: string;
  readonly #lengths: number[];
  readonly #files: number[];
  readonly #ends: Int32Array;
  readonly #held = new Uint8Array(HELD);
  #used = 0;
  #sorted = new Uint8Array(HELD);

  /** Opens the folder anew with so many heaps, or as it stood at a checkpoint with these lengths. */
  constructor(folder: string, start: number | readonly number[]) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    this.#lengths = typeof start === 'number' ? Array.from({ length: start }, () => 0) : [...start];
    this.#ends = new Int32Array(this.#lengths.length);
    this.#files = this.#lengths.map((length, heap) => {
      const file = openSync(join(folder, `${heap}.bin`), length > 0 ? 'r+' : 'w+');
      ftruncateSync(file, length);
      return file;
    });
  }

  get count(): number {
    return this.#lengths.length;
  }

  get lengths(): readonly number[] {
    this.#flush();
    return this.#lengths;
  }

  append(records: Uint8Array): void {
    if (this.#used + records.length > HELD) this.#flush();
    if (records.length > HELD) return this.#write(records);
    this.#held.set(records, this.#used);
    this.#used += records.length;
  }

  #flush(): void {
    if (this.#used === 0) return;
    const records = this.#held.subarray(0, this.#used);
    this.#used = 0;
    this.#write(records);
  }

  #write(records: Uint8Array): void {
    const { count } = this;
    const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
    const ends = this.#ends.fill(0);
    for (let at = 0; at < records.length; at += view.getUint32(at, true))
      ends[heapOf(view, at, count)]! += view.getUint32(at, true);
    for (let heap = 0, end = 0; heap < count; heap++) {
      const size = ends[heap]!;
      ends[heap] = end;
      end += size;
    }
    // Sorted by heap in one piece of memory that is used again, so that each heap is written at once.
    if (this.#sorted.length < records.length) this.#sorted = new Uint8Array(records.length);
    for (let at = 0; at < records.length;) {
      const size = view.getUint32(at, true);
      const heap = heapOf(view, at, count);
      this.#sorted.set(records.subarray(at, at + size), ends[heap]);
      ends[heap]! += size;
      at += size;
    }
    for (let heap = 0, from = 0; heap < count; from = ends[heap]!, heap++) {
      const to = ends[heap]!;
      while (from < to) {
        const written = writeSync(this.#files[heap]!, this.#sorted, from, to - from, this.#lengths[heap]);
        from += written;
        this.#lengths[heap]! += written;
      }
    }
  }

  /** The records of a heap, read into this memory when they find room in it, else into some that can be used again. */
  read(heap: number, memory?: SharedArrayBuffer): ReadHeap {
    this.#flush();
    const length = this.#lengths[heap]!;
    if (length > LARGEST_HEAP) return this.#readThinned(heap, length);
    const room = memory && memory.byteLength >= length ? memory : new SharedArrayBuffer(length + (length >> 2));
    const records = new Uint8Array(room, 0, length);
    for (let done = 0; done < length;) done += this.#readSome(heap, records, done, length - done, done);
    return { records, leftOut: 0 };
  }

  #readThinned(heap: number, length: number): ReadHeap {
    const thinning = new Thinning();
    const chunk = new Uint8Array(HELD);
    let rest = 0;
    for (let done = 0; done < length;) {
      const read = this.#readSome(heap, chunk, rest, Math.min(chunk.length - rest, length - done), done);
      const whole = thinning.take(chunk.subarray(0, rest + read));
      chunk.copyWithin(0, whole, rest + read);
      rest += read - whole;
      done += read;
    }
    return thinning;
  }

  #readSome(heap: number, into: Uint8Array, at: number, length: number, from: number): number {
    const read = readSync(this.#files[heap]!, into, at, length, from);
    if (read === 0) throw new Error(`what was kept of claims in ${this.folder} has been cut`);
    return read;
  }

  close(): void {
    for (const file of this.#files.splice(0)) closeSync(file);
  }

  remove(): void {
    this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Whether the heaps of a checkpoint are still there as long as it says. */
export function heapsIntact(folder: string, lengths: readonly number[]): boolean {
  return lengths.every((length, heap) => {
    const found = statSync(join(folder, `${heap}.bin`), { throwIfNoEntry: false });
    return found !== undefined && found.size >= length;
  });
}
