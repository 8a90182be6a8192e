import { expect, it } from 'vitest';
import type { Finding } from '@interspace/core/model/finding';
import { claimsInMemory } from '../../../bench/generate-claims.ts';
import { withNews, type BatchRow, type BatchRowNews } from './rows.ts';
import { scrubbed } from './scrubbed.fixture.ts';

interface Line {
  readonly id: string;
  readonly findings: readonly Finding[];
  readonly withdrawn?: readonly { readonly id: string; readonly line?: number }[];
  readonly seen?: 'history';
}

function parsed<T>(text: string): T[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

it.each([3, 4, 5])(
  'the summary counts claims as they stand after their history: so do the rows, the lines of JSON and the CSV (seed %i)',
  async (seed) => {
    // Several practices bill one small town: visits that are not new, sessions too many, add-ons apart from their primary.
    const { file } = claimsInMemory({ bytes: 150_000, seed, faults: 0.4, practices: 2, perTransaction: 100 });
    const { text, summary } = await scrubbed(file, 'rows');
    const rows = new Map<number, BatchRow>();
    for (const row of parsed<BatchRow | { readonly news: BatchRowNews } | { readonly summary: unknown }>(text)) {
      if ('offset' in row) rows.set(row.offset, row);
      else if ('news' in row) rows.set(row.news.offset, withNews(rows.get(row.news.offset)!, row.news));
    }
    const all = [...rows.values()];
    const count = (severity: BatchRow['severity']): number => all.filter((row) => row.severity === severity).length;
    expect(summary.history.added).toBeGreaterThan(5);
    expect({ blocked: count('block'), looked: count('warn') }).toEqual({
      blocked: summary.claimsWithBlock,
      looked: summary.claimsWithWarning,
    });
    expect(all.reduce((sum, { atRisk }) => sum + atRisk, 0)).toBe(summary.moneyAtRisk);

    const lines = parsed<Line>((await scrubbed(file, 'jsonl')).text).filter(({ findings }) => findings !== undefined);
    const found = lines.reduce((sum, { findings }) => sum + findings.length, 0);
    const taken = lines.reduce((sum, { withdrawn }) => sum + (withdrawn?.length ?? 0), 0);
    const { block, warn, note } = summary.findings;
    expect(found - taken).toBe(block + warn + note);
    expect(lines.filter(({ seen }) => seen === undefined)).toHaveLength(summary.claims);

    const page = await scrubbed(file, 'html');
    const { payers, providers } = page.summary.report!;
    for (const groups of [Object.values(payers), Object.values(providers)])
      expect([
        groups.reduce((sum, { blocked }) => sum + blocked, 0),
        groups.reduce((sum, { toLookAt }) => sum + toLookAt, 0),
        groups.reduce((sum, { atRisk }) => sum + atRisk, 0),
      ]).toEqual([summary.claimsWithBlock, summary.claimsWithWarning, summary.moneyAtRisk]);
    const cards = [...page.text.matchAll(/<h3>Claim (\w+)<\/h3>/g)].map(([, id]) => id);
    expect(cards).toHaveLength(new Set(cards).size);

    const csv = (await scrubbed(file, 'csv')).text.trim().split('\n').slice(1);
    expect(csv.filter((row) => !row.endsWith(',withdrawn'))).toHaveLength(found);
    expect(csv.filter((row) => row.endsWith(',withdrawn'))).toHaveLength(taken);
  },
  120_000,
);
