import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_OF_ONE, Thinning } from './crowds.ts';

/** Records of patients, each of its own length; in the bytes after the patient stands which one it is. */
function records(patients: readonly number[]): Uint8Array {
  const sizes = patients.map((patient) => 16 + (patient % 5));
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [ordinal, patient] of patients.entries()) {
    view.setUint32(at, sizes[ordinal]!, true);
    view.setUint32(at + 8, patient, true);
    view.setUint32(at + 12, ordinal, true);
    at += sizes[ordinal]!;
  }
  return bytes;
}

function ordinalsIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: number[] = [];
  for (let at = 0; at < bytes.length; at += view.getUint32(at, true)) found.push(view.getUint32(at + 12, true));
  return found;
}

it('keeps every record of patients and as many of a crowd as show that it is one, however the heap is cut', () => {
  const crowd = Array.from({ length: MOST_OF_ONE + 40 }, () => 7);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 8, max: 40 }), { maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 }),
      (others, cuts) => {
        const patients = [...others.slice(0, 30), ...crowd, ...others.slice(30)];
        const bytes = records(patients);
        // Little room, so that it has to grow.
        const thinning = new Thinning(64);
        let rest = new Uint8Array(0);
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const length = 20 + cuts[turn % cuts.length]!;
          const chunk = new Uint8Array([...rest, ...bytes.subarray(at, at + length)]);
          rest = chunk.slice(thinning.take(chunk));
          at += length;
        }
        const first = others.slice(0, 30).length;
        const dropped = (ordinal: number): boolean => ordinal > first + MOST_OF_ONE && ordinal < first + crowd.length;
        expect(thinning.leftOut).toBe(39);
        expect(ordinalsIn(thinning.records)).toEqual(patients.map((_, at) => at).filter((at) => !dropped(at)));
      },
    ),
    { numRuns: 30 },
  );
});
