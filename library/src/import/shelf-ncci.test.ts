import { describe, expect, it } from 'vitest';
import { AddOnTable } from '@interspace/core/edits/agency/add-on-table';
import { packCode } from '@interspace/core/edits/agency/packed-code';
import { type PairRow, PairTable } from '@interspace/core/edits/agency/pair-table';
import { UnitTable } from '@interspace/core/edits/agency/unit-table';
import { date, dayNumber } from '@interspace/core/model/date';
import type { TableKind } from '../tables/directory.ts';
import { openTables } from '../tables/open-tables.ts';
import { verifyTables } from '../tables/verify.ts';
import { type ImportKind, importTable } from './import-table.ts';
import { onShelf, shelfFile, shelfLines, temporaryFolder } from './testing/shelf.ts';

const written = new WeakMap<PairRow, string>();

/** A row as the shelf's file writes it. */
function textOf(row: PairRow): string {
  let text = written.get(row);
  if (text === undefined) {
    text = `${row.through ?? ''},${row.indicator},${row.rationale}`;
    written.set(row, text);
  }
  return text;
}

const ON = date('2024-07-15');

async function imported(kind: ImportKind, file: string, table: TableKind) {
  const directory = temporaryFolder();
  const result = await importTable(kind, [shelfFile(file)], { directory });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  expect(verifyTables(directory)).toEqual({ checked: 1, issues: [] });
  const opened = openTables(directory).on(table, ON);
  if (!opened.ok || !opened.value) throw new Error('not opened');
  return opened.value;
}

describe.each([
  ['ptp_practitioner', 'ncci-ptp-practitioner'],
  ['ptp_outpatient_hospital', 'ncci-ptp-hospital'],
] as const)('%s 2024Q3', (name, kind) => {
  const file = `ncci/${name}_2024Q3.dev.csv.gz`;

  it.skipIf(!onShelf(file))(
    'answers every row of the file, and nothing for pairs that are not in it',
    { timeout: 120_000 },
    async () => {
      const { file: tableFile, fit, info } = await imported('ncci-ptp', file, kind);
      expect([fit, info.edition]).toEqual(['in-force', '2024Q3']);
      const table = new PairTable(tableFile);
      const lines = shelfLines(file).slice(1);
      expect(info.counts['rows']).toBe(lines.length);

      // An independent reading: the rows of each pair, as text.
      const rows = new Map<string, string[]>();
      const codes = new Set<string>();
      for (const line of lines) {
        const pair = line.slice(0, 11);
        const known = rows.get(pair);
        if (known) known.push(line.slice(12));
        else rows.set(pair, [line.slice(12)]);
        codes.add(line.slice(0, 5)).add(line.slice(6, 11));
      }
      expect(table.size).toBe(rows.size);

      const today = dayNumber(ON);
      const wrong: string[] = [];
      for (const [pair, expected] of rows) {
        const [one, two] = [pair.slice(0, 5), pair.slice(6)];
        const got = table.rows(one, two).map(textOf);
        const inForce = expected.filter(
          (text) => text[text.indexOf(',') + 1] !== '9' && (text[0] === ',' || text.slice(0, 10) >= ON),
        );
        const found = table.find(table.idOf(packCode(one)), table.idOf(packCode(two)), today);
        const answer = found < 0 ? 'none' : String(table.indicator(found));
        // Without first days the nearest last day is the row in force.
        const wanted =
          inForce
            .toSorted((a, b) => (a.startsWith(',') ? 1 : b.startsWith(',') ? -1 : a < b ? -1 : 1))[0]
            ?.split(',')[1] ?? 'none';
        const same =
          got.length === 1 && expected.length === 1
            ? got[0] === expected[0]
            : got.toSorted().join('|') === expected.toSorted().join('|');
        if (!same || answer !== wanted) wrong.push(pair);
      }
      expect(wrong).toEqual([]);

      const all = [...codes];
      let [absent, seed] = [0, 20_240_715];
      const next = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
      for (let sample = 0; sample < 300_000; sample++) {
        const [one, two] = [all[Math.floor(next() * all.length)]!, all[Math.floor(next() * all.length)]!];
        if (rows.has(`${one},${two}`)) continue;
        absent++;
        if (
          table.rows(one, two).length > 0 ||
          table.find(table.idOf(packCode(one)), table.idOf(packCode(two)), today) >= 0
        )
          wrong.push(`${one},${two}`);
      }
      expect(absent).toBeGreaterThan(200_000);
      expect(wrong).toEqual([]);
      expect(table.rows('ZZZZZ', '64493')).toEqual([]);
    },
  );
});

describe.each([
  ['mue_practitioner', 'mue-practitioner'],
  ['mue_outpatient_hospital', 'mue-hospital'],
] as const)('%s 2024Q3', (name, kind) => {
  const file = `ncci/${name}_2024Q3.dev.csv.gz`;

  it.skipIf(!onShelf(file))('has every limit of the file and no other', async () => {
    const { file: tableFile, info } = await imported('mue', file, kind);
    const table = new UnitTable(tableFile);
    const lines = shelfLines(file).slice(1);
    expect(info.counts['rows']).toBe(lines.length);
    for (const line of lines) {
      const [code, units, adjudication] = line.split(',') as [string, string, string];
      const limit = table.limit(code);
      if (
        limit?.units !== Number(units) ||
        limit.adjudication !== Number(adjudication) ||
        !line.includes(limit.rationale)
      )
        throw new Error(line);
    }
    const known = new Set(lines.map((line) => line.slice(0, 5)));
    for (let number = 0; number < 100_000; number += 7) {
      const code = String(number).padStart(5, '0');
      if (!known.has(code)) expect(table.limit(code)).toBeUndefined();
    }
  });
});

describe('add-on codes 2024-06', () => {
  const file = 'ncci/addon_code_edits_2024-06.dev.csv.gz';

  it.skipIf(!onShelf(file))('relates every pair of the file and no other', async () => {
    const { file: tableFile, info } = await imported('aoc', file, 'aoc');
    const table = new AddOnTable(tableFile);
    const lines = shelfLines(file)
      .slice(1)
      .map((line) => line.split(',') as [string, string, string]);
    expect(info.counts['rows']).toBe(lines.length);
    const day = dayNumber(ON);
    const relations = new Set(lines.map(([primary, addOn]) => `${primary},${addOn}`));
    for (const [primary, addOn, type] of lines) {
      const id = table.find(packCode(addOn));
      const row = table.rows(addOn, ON).find((candidate) => (candidate.primary ?? 'CCCCC') === primary);
      if (row?.type !== Number(type)) throw new Error(`${primary},${addOn}`);
      if (primary !== 'CCCCC' && !table.accepts(id, packCode(primary), day)) throw new Error(`${primary},${addOn}`);
    }
    const addOns = [...new Set(lines.map(([, addOn]) => addOn))];
    const primaries = [...new Set(lines.map(([primary]) => primary))].filter((code) => code !== 'CCCCC');
    for (const addOn of addOns)
      for (const primary of primaries)
        if (table.accepts(table.find(packCode(addOn)), packCode(primary), day) !== relations.has(`${primary},${addOn}`))
          throw new Error(`${primary},${addOn}`);
  });
});
