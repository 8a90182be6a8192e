import { fileURLToPath } from 'node:url';
import { openLibrary } from '@interspace/library/read';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimsInMemory } from '../../../bench/generate-claims.ts';
import { PartJudge } from '../part-judge.ts';
import type { BatchFormat } from '../settings.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
const SLOW = 120_000;
const PLACE = { offset: 0, interchange: 0, group: 0, transaction: 0, ordinal: 0 };

function judgeOf(singly: boolean, format: BatchFormat = 'jsonl'): PartJudge {
  return new PartJudge({ library, tables: [], context: {}, format, maxIssues: 1000, singly });
}

/** All that comes of a file: text, records of the history, counts. */
function said(judge: PartJudge, file: Buffer): { output: string; records: Uint8Array; tally: unknown } {
  const part = { bytes: file, begins: true, ends: true, last: true, place: PLACE, replay: [] };
  const { output, records, tally } = judge.read(part, 'claims.837', 0);
  return { output: Buffer.from(output).toString(), records, tally };
}

function expectAlike(one: ReturnType<typeof said>, other: ReturnType<typeof said>): void {
  expect(one.output).toBe(other.output);
  expect(one.tally).toEqual(other.tally);
  expect(one.records.length).toBe(other.records.length);
}

const known = judgeOf(false);
const singly = judgeOf(true);

it.each([1, 2, 3])(
  'says of many claims byte for byte what each says by itself (seed %i)',
  (seed) => {
    const { file, claims } = claimsInMemory({ bytes: 500_000, faults: 0.4, seed, practices: 8 });
    expectAlike(said(known, file), said(singly, file));
    expect(claims).toBeGreaterThan(1000);
  },
  SLOW,
);

it('knows most answers by then', () => {
  const { claims, services } = known.counts;
  expect(claims?.[0]).toBeGreaterThan(10 * (claims?.[1] ?? 0));
  expect(services?.[0]).toBeGreaterThan(services?.[1] ?? 0);
});

const base = claimsInMemory({ bytes: 20_000, faults: 0.2, seed: 5 }).file.toString('latin1').split('~\n');
const VALUES = [
  '',
  '0',
  '1',
  '-1',
  '9999',
  '20260101',
  '20251231',
  '2026-01-01',
  'XX',
  '59',
  'KX',
  'M54.16',
  '99',
  'J1',
  'A',
];

it(
  'says the same of files in which anything was changed',
  () => {
    const change = fc.record({
      segment: fc.nat(),
      element: fc.nat({ max: 12 }),
      value: fc.constantFrom(...VALUES),
      how: fc.constantFrom('set', 'drop', 'twice', 'swap', 'part'),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const segments = [...base];
        for (const { segment, element, value, how } of changes) {
          const at = 2 + (segment % (segments.length - 4));
          const elements = (segments[at] ?? '').split('*');
          if (how === 'drop') segments.splice(at, 1);
          else if (how === 'twice') segments.splice(at, 0, segments[at] ?? '');
          else if (how === 'swap') [segments[at], segments[at + 1]] = [segments[at + 1] ?? '', segments[at] ?? ''];
          else {
            const place = Math.min(element, elements.length);
            elements[place] = how === 'part' ? `${elements[place] ?? ''}:${value}` : value;
            segments[at] = elements.join('*');
          }
        }
        const file = Buffer.from(segments.join('~\n'), 'latin1');
        expectAlike(said(known, file), said(singly, file));
      }),
      { numRuns: 60, seed: 11 },
    );
  },
  SLOW,
);

it(
  'holds across separators and for formats that ask for whole findings',
  () => {
    const { file } = claimsInMemory({ bytes: 60_000, faults: 0.5, seed: 9 });
    const other = Buffer.from(file.toString('latin1').replaceAll('*', '|').replaceAll(':', '>'), 'latin1');
    for (const format of ['text', 'csv'] as const) {
      const [one, two] = [judgeOf(false, format), judgeOf(true, format)];
      for (const bytes of [file, other, file]) expectAlike(said(one, bytes), said(two, bytes));
    }
  },
  SLOW,
);

it(
  'takes no chunk for the whole: a claim may be cut anywhere',
  () => {
    const { file } = claimsInMemory({ bytes: 120_000, faults: 0.5, seed: 4 });
    const whole = said(judgeOf(true), file).output;
    const judge = judgeOf(false);
    let output = '';
    for (let at = 0; at < file.length; at += 997) {
      // The bytes of a part are overwritten by the next one.
      const bytes = Uint8Array.from(file.subarray(at, at + 997));
      const [begins, last] = [at === 0, at + 997 >= file.length];
      const place = { ...PLACE, offset: at };
      output += Buffer.from(
        judge.read({ bytes, begins, ends: last, last, place, replay: [] }, 'claims.837', 0).output,
      ).toString();
      bytes.fill(88);
    }
    expect(output).toBe(whole);
  },
  SLOW,
);
