import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Heaps, heapsFor } from './heaps.ts';
import { HEAD } from './record.ts';

/** Records of patients without any line. */
function records(patients: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(HEAD * patients.length));
  for (const [at, patient] of patients.entries()) {
    view.setUint32(at * HEAD, HEAD, true);
    view.setUint32(at * HEAD + 4, patient << 8, true);
  }
  return new Uint8Array(view.buffer);
}

function patientsIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / HEAD }, (_, at) => view.getUint32(at * HEAD + 4, true) >>> 8);
}

it.each([
  [0, 64],
  [300e6, 64],
  [500e6, 128],
  [5e9, 512],
  [1e12, 512],
])('keeps the claims of %d bytes in %d heaps', (bytes, heaps) => {
  expect(heapsFor(bytes)).toBe(heaps);
});

it('gives back every record in the heap of its patient, in memory that is used again, and goes on from a checkpoint', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'interspace-test-')), 'history');
  const heaps = new Heaps(folder, 4);
  heaps.append(records([0, 1, 2, 4, 8]));
  heaps.append(records([1, 12]));
  const first = heaps.read(0).records;
  expect(patientsIn(first)).toEqual([0, 4, 8, 12]);
  const second = heaps.read(1, first.buffer).records;
  expect(second.buffer).toBe(first.buffer);
  expect(patientsIn(second)).toEqual([1, 1]);
  // More than there is room for.
  expect(patientsIn(heaps.read(0, new SharedArrayBuffer(8)).records)).toEqual([0, 4, 8, 12]);
  expect(heaps.read(3).records.length).toBe(0);
  const lengths = [...heaps.lengths];
  expect(lengths).toEqual([4 * HEAD, 2 * HEAD, HEAD, 0]);
  heaps.append(records([3, 0]));
  heaps.close();

  const again = new Heaps(folder, lengths);
  expect(again.count).toBe(4);
  expect([0, 1, 2, 3].map((heap) => patientsIn(again.read(heap).records))).toEqual([[0, 4, 8, 12], [1, 1], [2], []]);
  again.append(records([3]));
  expect(patientsIn(again.read(3).records)).toEqual([3]);
  again.remove();
});

it('writes what is held before anybody reads it, and what is too long to be held at once', () => {
  const heaps = new Heaps(join(mkdtempSync(join(tmpdir(), 'interspace-test-')), 'history'), 2);
  const many = Array.from({ length: 30_000 }, (_, at) => at % 7);
  heaps.append(records([1, 2]));
  heaps.append(records(many));
  heaps.append(records([9]));
  const [even, odd] = [0, 1].map((heap) => patientsIn(heaps.read(heap).records));
  expect(even).toEqual([2, ...many.filter((patient) => patient % 2 === 0)]);
  expect(odd).toEqual([1, ...many.filter((patient) => patient % 2 === 1), 9]);
  heaps.remove();
});
