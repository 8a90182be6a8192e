import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../src/read.ts';

const folder = fileURLToPath(new URL('../../../shared/data/ncci/', import.meta.url));
const there = existsSync(folder);

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const codes = new Set(library.coding.codes.map((record) => record.code));
const rowsOf = (file: string) =>
  gunzipSync(readFileSync(`${folder}${file}`))
    .toString('latin1')
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(','));

const why = there ? '' : ' (skipped: ../shared/data/ncci is not on this machine)';

describe.skipIf(!there)(`the shipped tables against the agency’s own${why}`, () => {
  it('every pair in force among our codes, and none that the agency does not have', () => {
    const ours = new Map(
      library.edits.pairs[0]!.rows.filter((row) => row.through === undefined).map((row) => [
        `${row.column1} ${row.column2}`,
        row.indicator,
      ]),
    );
    const theirs = new Map<string, number>();
    const columns = new Set<string>();
    for (const [one = '', two = '', deleted, indicator] of rowsOf('ptp_practitioner_2024Q3.dev.csv.gz')) {
      if (!codes.has(one) || !codes.has(two)) continue;
      columns.add(one);
      if (deleted === '' && indicator !== '9') theirs.set(`${one} ${two}`, Number(indicator));
    }
    expect(theirs.size).toBeGreaterThan(4000);
    expect([...theirs].filter(([pair, indicator]) => ours.get(pair) !== indicator)).toEqual([]);
    // The copy leaves some codes out altogether; where it has both codes, an extra pair of ours would be invented.
    const second = new Set([...theirs.keys()].map((pair) => pair.slice(6)));
    const invented = [...ours.keys()].filter(
      (pair) => !theirs.has(pair) && columns.has(pair.slice(0, 5)) && second.has(pair.slice(6)),
    );
    expect(invented).toEqual([]);
  });

  it('every unit value', () => {
    const ours = new Map(library.edits.units[0]!.rows.map((row) => [row.code, `${row.limit}/${row.by}`]));
    const wrong = rowsOf('mue_practitioner_2024Q3.dev.csv.gz').filter(
      ([code = '', limit, by]) => codes.has(code) && ours.get(code) !== `${limit}/${by}`,
    );
    expect(wrong).toEqual([]);
  });

  it('every add-on relation of our add-ons', () => {
    const ours = new Map(library.edits.addOns[0]!.rows.map((row) => [row.addOn, new Set(row.primaries)]));
    const wrong = rowsOf('addon_code_edits_2024-06.dev.csv.gz').filter(
      ([primary = '', addOn = '']) => codes.has(addOn) && primary !== 'CCCCC' && !ours.get(addOn)?.has(primary),
    );
    expect(wrong).toEqual([]);
  });
});
