import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { heapOf } from './record.ts';

/** One patient's claims lie in one heap; a heap fits into memory for any file that a disk holds. */
export const HEAPS = 64;

/** Records of claims in files, by patient. Appended in the order of the file; lengths are what a checkpoint keeps. */
export class Heaps {
  readonly folder: string;
  readonly lengths: number[];
  readonly #files: number[];
  readonly #ends = new Int32Array(HEAPS);
  #sorted = new Uint8Array(0);

  /** Opens the folder anew, or as it stood at a checkpoint with these lengths. */
  constructor(folder: string, lengths?: readonly number[]) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    this.lengths = Array.from({ length: HEAPS }, (_, heap) => lengths?.[heap] ?? 0);
    this.#files = this.lengths.map((length, heap) => {
      const file = openSync(join(folder, `${heap}.bin`), length > 0 ? 'r+' : 'w');
      ftruncateSync(file, length);
      return file;
    });
  }

  append(records: Uint8Array): void {
    const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
    const ends = this.#ends.fill(0);
    for (let at = 0; at < records.length; at += view.getUint32(at, true))
      ends[heapOf(view, at, HEAPS)]! += view.getUint32(at, true);
    for (let heap = 0, end = 0; heap < HEAPS; heap++) {
      const size = ends[heap]!;
      ends[heap] = end;
      end += size;
    }
    // Sorted by heap in one piece of memory that is used again, so that each heap is written at once.
    if (this.#sorted.length < records.length) this.#sorted = new Uint8Array(2 * records.length);
    for (let at = 0; at < records.length;) {
      const size = view.getUint32(at, true);
      const heap = heapOf(view, at, HEAPS);
      this.#sorted.set(records.subarray(at, at + size), ends[heap]);
      ends[heap]! += size;
      at += size;
    }
    for (let heap = 0, from = 0; heap < HEAPS; from = ends[heap]!, heap++) {
      const to = ends[heap]!;
      while (from < to) {
        const written = writeSync(this.#files[heap]!, this.#sorted, from, to - from, this.lengths[heap]);
        from += written;
        this.lengths[heap]! += written;
      }
    }
  }

  read(heap: number): Uint8Array {
    return readFileSync(join(this.folder, `${heap}.bin`)).subarray(0, this.lengths[heap]);
  }

  close(): void {
    for (const file of this.#files.splice(0)) closeSync(file);
  }

  remove(): void {
    this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get bytes(): number {
    return this.lengths.reduce((sum, length) => sum + length, 0);
  }
}

/** Whether the heaps of a checkpoint are still there as long as it says. */
export function heapsIntact(folder: string, lengths: readonly number[]): boolean {
  return lengths.every((length, heap) => {
    const found = statSync(join(folder, `${heap}.bin`), { throwIfNoEntry: false });
    return found !== undefined && found.size >= length;
  });
}
