import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTable } from '@interspace/core/edits/agency/layout';
import { PairTable } from '@interspace/core/edits/agency/pair-table';
import { packCode } from '@interspace/core/edits/agency/packed-code';
import { date } from '@interspace/core/model/date';
import { PairCollector } from './pair-collector.ts';

const DAY = 20_000;
const code = (number: number) => String(10_000 + number);

/** A table of pairs with one of three histories: never in force on the day, forbidden, allowed with a modifier. */
function tableOf(pairs: readonly (readonly [one: string, two: string, fact: number])[]): PairTable {
  const collector = new PairCollector();
  for (const indicator of [9, 0, 1] as const)
    collector.facts.push({ from: 0, through: DAY, indicator, rationale: 0, before1996: false });
  for (const [one, two, fact] of pairs) collector.add(one, two, fact);
  const built = collector.build();
  const bytes = built.writer.toBytes({
    kind: 'ncci-ptp-practitioner',
    edition: 'invented',
    effective: { from: date('2024-01-01') },
    counts: { pairs: built.pairs },
    sources: [],
    attributes: { rationales: ['invented'] },
  });
  const file = readTable(bytes.buffer);
  if (typeof file === 'string') throw new Error(file);
  return new PairTable(file);
}

/** Every code of a table asked with every other one, answered as the pairs say. */
function expectExactly(pairs: readonly (readonly [one: string, two: string, fact: number])[]): void {
  const table = tableOf(pairs);
  const wanted = new Map(pairs.map(([one, two, fact]) => [`${one} ${two}`, fact]));
  const codes = [...new Set(pairs.flatMap(([one, two]) => [one, two]))];
  for (const one of codes)
    for (const two of codes) {
      const row = table.find(table.idOf(packCode(one)), table.idOf(packCode(two)), DAY);
      const fact = wanted.get(`${one} ${two}`);
      const found = row < 0 ? -1 : table.indicator(row);
      if (found !== (fact === undefined || fact === 0 ? -1 : fact - 1)) throw new Error(`${one} ${two}: ${found}`);
      if (table.rows(one, two).length !== (fact === undefined ? 0 : 1)) throw new Error(`${one} ${two}: rows`);
    }
  expect(table.find(-1, 0, DAY)).toBe(-1);
  expect(table.find(0, -1, DAY)).toBe(-1);
}

it('finds every pair that was laid down, and no other, whatever the pairs are', () => {
  const pair = fc.tuple(fc.nat(120), fc.nat(120), fc.nat(2));
  fc.assert(
    fc.property(
      fc.uniqueArray(pair, { minLength: 1, maxLength: 400, selector: ([one, two]) => one * 1000 + two }),
      (pairs) => expectExactly(pairs.map(([one, two, fact]) => [code(one), code(two), fact] as const)),
    ),
    { numRuns: 60 },
  );
});

it.each([
  ['a code with every other one', 1],
  ['every third one', 3],
  ['one in 41', 41],
])('finds the pairs of %s', (_, step) => {
  const partners = Array.from({ length: 900 }, (_, at) => at).filter((at) => at % step === 0);
  expectExactly(partners.map((two) => [code(500), code(two), (two % 2) + 1] as const));
});
