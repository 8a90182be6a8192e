import { expect, it } from 'vitest';
import type { ClaimField, Location } from '@interspace/core/model/claim';
import { claimsInMemory } from '../../../../bench/generate-claims.ts';
import { ClaimReader } from './claim-reader.ts';
import type { ClaimSketch } from './claim-sketch.ts';
import { locateIn, writeLocationIn, type ClaimPlaces } from './read-claim.ts';

const FIELDS: readonly ClaimField[] = [
  'claim',
  'charge-total',
  'place-of-service',
  'frequency',
  'payer',
  'patient',
  'birth-date',
  'billing-npi',
  'billing-street',
  'billing-state',
  'billing-zip',
  'billing-tax-number',
  'billing-taxonomy',
  'rendering-taxonomy',
  'rendering-npi',
  'facility-npi',
  'facility-zip',
  'diagnoses',
  'authorization',
  'line',
  'code',
  'modifiers',
  'units',
  'charge',
  'date',
  'pointers',
  'ndc',
  'note',
];

/** A location as it is written without being made. */
function written(places: ClaimPlaces, line: number | undefined, field: ClaimField, nth = 1): string {
  let text = '';
  const sink = {
    bytes: (piece: Uint8Array) => void (text += Buffer.from(piece).toString()),
    whole: (number: number) => void (text += number),
  };
  writeLocationIn(sink, places, line, field, nth);
  const wanted = JSON.stringify(locateIn(places, line, field, nth));
  // Asked a hundred thousand times: an expectation each takes half a minute.
  if (text !== wanted) expect(text).toBe(wanted);
  return text;
}

/** Every field of the claim and of its lines. */
function everywhere(sketch: ClaimSketch, places: ClaimPlaces): readonly [Location, string][] {
  const lines = [undefined, ...sketch.lineNumbers.subarray(0, sketch.lineCount)];
  const first = lines.flatMap((line) =>
    FIELDS.map((field): [Location, string] => [locateIn(places, line, field), written(places, line, field)]),
  );
  return [...first, [locateIn(places, undefined, 'diagnoses', 2), written(places, undefined, 'diagnoses', 2)]];
}

it.each([4096, 1 << 20])(
  'places of noted segments are those of the claim that is made of them (chunks of %i)',
  (size) => {
    const { file } = claimsInMemory({ bytes: 30_000, faults: 0.4, seed: 21, practices: 4 });
    let claims = 0;
    let lines = 0;
    const reader = new ClaimReader({
      claim: () => {},
      issue: () => {},
      sketch: (sketch) => {
        const noted = everywhere(sketch, sketch.places);
        const again = everywhere(sketch, sketch.places);
        const made = everywhere(sketch, sketch.read().places);
        expect(noted).toEqual(made);
        expect(again).toEqual(made);
        claims++;
        lines += sketch.lineCount;
      },
    });
    for (let at = 0; at < file.length; at += size) reader.push(Uint8Array.from(file.subarray(at, at + size)));
    reader.end();
    expect(claims).toBeGreaterThan(50);
    expect(lines).toBeGreaterThan(claims);
  },
);
