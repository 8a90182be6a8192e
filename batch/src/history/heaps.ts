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
    const parts: Uint8Array[][] = Array.from({ length: HEAPS }, () => []);
    for (let at = 0; at < records.length;) {
      const size = view.getUint32(at, true);
      parts[heapOf(view, at, HEAPS)]!.push(records.subarray(at, at + size));
      at += size;
    }
    for (const [heap, own] of parts.entries()) {
      if (own.length === 0) continue;
      const block = own.length === 1 ? own[0]! : Buffer.concat(own);
      for (let done = 0; done < block.length;)
        done += writeSync(this.#files[heap]!, block, done, block.length - done, this.lengths[heap]! + done);
      this.lengths[heap]! += block.length;
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
