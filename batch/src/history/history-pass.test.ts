import { fileURLToPath } from 'node:url';
import { openLibrary } from '@interspace/library/read';
import { expect, it } from 'vitest';
import { claimsInMemory } from '../../../bench/generate-claims.ts';
import { PartJudge } from '../part-judge.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
const PLACE = { offset: 0, interchange: 0, group: 0, transaction: 0, ordinal: 0 };

it.each([1, 2, 3])(
  'finds in the claims that it looks at all that is to be found in all of them (seed %i)',
  (seed) => {
    const [some, every] = [false, true].map(
      (singly) => new PartJudge({ library, tables: [], context: {}, format: 'jsonl', maxIssues: 100, singly }),
    );
    // Several files of the same few patients: they come again often enough for everything that is counted.
    const records = [1, 2, 3, 4].map((part) => {
      const { file } = claimsInMemory({ bytes: 60_000, seed: 10 * seed + part, practices: 8 });
      const bytes = { bytes: file, begins: true, ends: true, last: true, place: PLACE, replay: [] };
      return some!.read(bytes, `${part}.837`, part).records;
    });
    const heap = Uint8Array.from(Buffer.concat(records));
    const names = ['1', '2', '3', '4', '5'];
    const [found, all] = [some!, every!].map((judge) => judge.readHeap(heap, names));
    expect(Buffer.from(found!.output).toString()).toBe(Buffer.from(all!.output).toString());
    expect(found!.tally).toEqual(all!.tally);
    expect(Buffer.from(found!.output).toString()).toContain('frequency');
  },
  120_000,
);

it('counts earlier sessions by the policies of the payer of the claim, however it is known', () => {
  const of = (singly: boolean) =>
    new PartJudge({ library, tables: [], context: {}, format: 'jsonl', maxIssues: 100, singly });
  const told = (filing: (at: number) => string, singly: boolean) => {
    const judge = of(singly);
    const parts = [1, 2, 3].map((part) => {
      const { file } = claimsInMemory({ bytes: 60_000, seed: part, practices: 8 });
      let at = 0;
      const text = Buffer.from(file)
        .toString('latin1')
        .replaceAll(/(SBR\*P\*18\*{7})MB/g, (_, before: string) => `${before}${filing(at++)}`);
      const bytes = {
        bytes: Buffer.from(text, 'latin1'),
        begins: true,
        ends: true,
        last: true,
        place: PLACE,
        replay: [],
      };
      const { output, records } = judge.read(bytes, `${part}.837`, part);
      return { output: Buffer.from(output).toString(), records: Uint8Array.from(records) };
    });
    const heap = judge.readHeap(Uint8Array.from(Buffer.concat(parts.map(({ records }) => records))), [
      '1',
      '2',
      '3',
      '4',
    ]);
    return { claims: parts.map(({ output }) => output).join(''), news: Buffer.from(heap.output).toString() };
  };
  const mixed = (at: number): string => ['MB', 'CI', 'WC', 'BL'][at % 4]!;
  expect(told(mixed, false)).toEqual(told(mixed, true));
  const [medicare, unknown] = ['MB', 'WC'].map((filing) => told(() => filing, false));
  expect(medicare!.news).toContain('"id":"medicare/');
  expect(unknown!.claims).toContain('no coverage documents for the payer');
  expect(unknown!.claims + unknown!.news).not.toContain('"id":"medicare/');
}, 120_000);
