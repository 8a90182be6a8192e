import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ClaimField } from '@interspace/core/model/claim';
import { claimsInMemory } from '../../../../bench/generate-claims.ts';
import { bytesOf, FACET_CLAIM } from '../fixtures.ts';
import { ClaimReader } from './claim-reader.ts';
import { ClaimSketch } from './claim-sketch.ts';
import type { ReadClaim } from './read-claim.ts';

const FIELDS: readonly ClaimField[] = [
  'claim',
  'patient',
  'birth-date',
  'payer',
  'billing-npi',
  'diagnoses',
  'rendering-npi',
];
/** One for all files, so that what was learned of one of them is there when the next one is read. */
const sketch = new ClaimSketch();

/** Claims with their places, and Issues, in the order in which they come; read as they stand, or known by their bytes. */
function events(chunks: readonly Uint8Array[], knowing: boolean, maxSegmentBytes = 4096): string[] {
  const out: string[] = [];
  const claim = (read: ReadClaim): void => {
    const lines = read.claim.lines.map(({ number }) =>
      ['line', 'date', 'code'].map((at) => read.locate(number, at as ClaimField)),
    );
    out.push(JSON.stringify([read.claim, FIELDS.map((field) => read.locate(undefined, field)), lines]));
  };
  const issue = (told: unknown): void => void out.push(JSON.stringify(told));
  const reader = knowing
    ? new ClaimReader({ claim, issue, sketch: (told) => claim(told.read()) }, { sketch, maxSegmentBytes })
    : new ClaimReader({ claim, issue }, { maxSegmentBytes });
  for (const chunk of chunks) reader.push(Uint8Array.from(chunk));
  reader.end();
  return out;
}

function split(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length));
}

const made = claimsInMemory({ bytes: 12_000, faults: 0.5, seed: 5, practices: 3 }).file.toString('latin1');
/** The first claims, and one that breaks off. */
const text = made.slice(0, 3_500);
const files = [
  text,
  text.replaceAll('~\n', '~'),
  text.replaceAll('~\n', '\n'),
  text.replaceAll('~\n', '\r\n'),
  text.replaceAll('~\n', '\r~\n'),
  text.replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', '!'),
  // Terminators that also stand in identifiers and qualifiers.
  text.replaceAll('~\n', '6'),
  text.replaceAll('~\n', 'R'),
  text.replaceAll('*', '\n'),
].map(bytesOf);

it('segments known by their bytes or by how they open say the same, whatever the bytes, chunks and separators', () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.constantFrom('set', 'cut', 'insert', 'swap')), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      fc.nat({ max: files.length - 1 }),
      damage,
      fc.array(fc.nat(), { maxLength: 5 }),
      fc.constantFrom(4096, 4096, 60, 30),
      (which, faults, cuts, longest) => {
        const bytes = [...files[which]!];
        for (const [at, byte, kind] of faults) {
          const place = at % bytes.length;
          const other = files[which]![(at * 31 + byte) % files[which]!.length]!;
          if (kind === 'set') bytes[place] = byte;
          else if (kind === 'swap') bytes[place] = other;
          else if (kind === 'cut') bytes.splice(place, byte % 40);
          else bytes.splice(place, 0, other);
        }
        const damaged = Uint8Array.from(bytes);
        const usual = events([damaged], false, longest);
        expect(events([damaged], true, longest)).toEqual(usual);
        expect(events(split(damaged, cuts), true, longest)).toEqual(usual);
      },
    ),
    { numRuns: 100 },
  );
});

it('counts no segment where two terminators stand side by side, and says so', () => {
  const doubled = bytesOf(FACET_CLAIM.replace('BHT*', '~\n~BHT*').replace('LX*2', '~LX*2'));
  expect(events([doubled], true)).toEqual(events([doubled], false));
  const told = events([doubled], true);
  expect(told).toHaveLength(4);
  expect(told.filter((each) => each.includes('"wire/x12/segment-empty"'))).toHaveLength(3);
});
