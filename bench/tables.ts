/**
 * Import time, open time, look-ups a second and size of the agency tables.
 *
 *   node --import tsx bench/tables.ts            shelf files when they are there, and generated ones of 10 k to 2.5 M pairs
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pairsAsLaw, unitsAsLaw } from '../core/src/edits/agency/as-law.ts';
import { DiagnosisTable } from '../core/src/edits/agency/diagnosis-table.ts';
import { packCode } from '../core/src/edits/agency/packed-code.ts';
import { PairTable } from '../core/src/edits/agency/pair-table.ts';
import { UnitTable } from '../core/src/edits/agency/unit-table.ts';
import { date, dayNumber } from '../core/src/model/date.ts';
import { type ImportKind, importTable } from '../library/src/import/import-table.ts';
import type { TableKind } from '../library/src/tables/directory.ts';
import { openTableFile } from '../library/src/tables/open-file.ts';
import { openTables } from '../library/src/tables/open-tables.ts';
import { generatedPairs } from './generated-pairs.ts';

const SHELF = resolve(import.meta.dirname, '../../shared/data');
const LOOKUPS = 4_000_000;
const ROUNDS = 5;

const folder = mkdtempSync(join(tmpdir(), 'interspace-bench-'));
const directory = join(folder, 'tables');

async function main(): Promise<void> {
  const shelf: [ImportKind, TableKind, string][] = [
    ['ncci-ptp', 'ncci-ptp-practitioner', 'ncci/ptp_practitioner_2024Q3.dev.csv.gz'],
    ['ncci-ptp', 'ncci-ptp-hospital', 'ncci/ptp_outpatient_hospital_2024Q3.dev.csv.gz'],
    ['mue', 'mue-practitioner', 'ncci/mue_practitioner_2024Q3.dev.csv.gz'],
    ['aoc', 'aoc', 'ncci/addon_code_edits_2024-06.dev.csv.gz'],
    ['icd10cm-order', 'icd10cm-order', 'codesets/icd10cm-order-2026.txt.gz'],
    ['icd10cm-tabular', 'icd10cm-tabular', 'codesets/icd10cm_tabular_2021.xml.gz'],
    ['hcpcs', 'hcpcs', 'codesets/hcpcs_level2_2024-07.csv.gz'],
    ['pprrvu', 'pprrvu', 'fees/PPRRVU2025_Oct.csv.gz'],
    ['zip5', 'zip5', 'fees/ZIP5_OCT2025.txt.gz'],
  ];
  console.log('table                      rows      import ms   open ms      MB');
  for (const [kind, table, file] of shelf) {
    if (existsSync(join(SHELF, file))) await measure(kind, table, join(SHELF, file));
    else console.log(`${table.padEnd(24)} skipped: ${file} is not on the shelf`);
  }
  console.log(
    '\npairs (generated)          rows      import ms   open ms      MB   look-ups/s by id: hits, misses, mixed   by code, mixed',
  );
  for (const pairs of [10_000, 100_000, 1_000_000, 2_500_000]) {
    const path = join(folder, `ccipra-v323r0-f1-${pairs}.TXT`);
    writeFileSync(path, generatedPairs(pairs, pairs));
    const file = await measure('ncci-ptp', 'ncci-ptp-practitioner', path, true);
    pairLookups(new PairTable(file));
  }
  const units = openTables(directory).on('mue-practitioner', date('2024-07-15'));
  if (units.ok && units.value) unitLookups(new UnitTable(units.value.file));
  const diagnoses = openTables(directory).on('icd10cm-order', date('2025-10-15'));
  if (diagnoses.ok && diagnoses.value) diagnosisLookups(new DiagnosisTable(diagnoses.value.file));
  rmSync(folder, { recursive: true });
}

async function measure(kind: ImportKind, table: TableKind, path: string, keepLine = false) {
  const started = performance.now();
  const result = await importTable(kind, [path], { directory, acceptSmaller: true });
  const imported = performance.now() - started;
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const info = result.value.find((edition) => edition.kind === table)!;
  let opened = Infinity;
  let file;
  let codes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    file = openTableFile(info.path);
    if (file.ok && table.startsWith('ncci')) codes = new PairTable(file.value).size;
    opened = Math.min(opened, performance.now() - begin);
  }
  const line = [
    table.padEnd(20),
    String(info.counts['rows']).padStart(11),
    imported.toFixed(0).padStart(14),
    opened.toFixed(1).padStart(9),
    (info.bytes / 1e6).toFixed(1).padStart(7),
  ].join(' ');
  if (keepLine) process.stdout.write(line);
  else console.log(line);
  if (!file?.ok || codes < 0) throw new Error('not opened');
  return file.value;
}

/** Best of several rounds over the same questions: half pairs of the table, half code pairs that are not in it. */
function pairLookups(table: PairTable): void {
  const codes = table.file.header.counts['codes']!;
  const day = dayNumber(date('2026-10-15'));
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const hits: [number, number][] = [];
  const misses: [number, number][] = [];
  for (let tries = 0; tries < 4_000_000 && (hits.length < 200_000 || misses.length < 200_000); tries++) {
    const pair: [number, number] = [random(codes), random(codes)];
    (table.find(pair[0], pair[1], day) >= 0 ? hits : misses).push(pair);
  }
  const rates = [hits, misses, [...hits.slice(0, 200_000), ...misses.slice(0, 200_000)]].map((pairs) =>
    pairs.length === 0 ? 'none' : rate(table, shuffled(pairs, random), day),
  );
  const law = pairsAsLaw(table);
  const mixed = shuffled([...hits.slice(0, 200_000), ...misses.slice(0, 200_000)], random);
  const sorted = Int32Array.from({ length: codes }, (_, id) => table.codeAt(id));
  const keys = Int32Array.from(mixed.flatMap((pair) => pair.map((id) => sorted[id]!)));
  let sum = 0;
  const byCode = best(() => {
    for (let done = 0, at = 0; done < LOOKUPS; done++, at = at + 2 === keys.length ? 0 : at + 2)
      sum += law.find(keys[at]!, keys[at + 1]!, day);
  });
  console.log(`   ${rates.map((value) => value.padStart(7)).join(' ')}   ${millions(byCode)}${sum === 0.5 ? '!' : ''}`);
}

function rate(table: PairTable, pairs: readonly (readonly [number, number])[], day: number): string {
  const flat = Int32Array.from(pairs.flat());
  let sum = 0;
  const ms = best(() => {
    for (let done = 0, at = 0; done < LOOKUPS; done++, at = at + 2 === flat.length ? 0 : at + 2)
      sum += table.find(flat[at]!, flat[at + 1]!, day);
  });
  return sum === 0.5 ? '!' : millions(ms);
}

function shuffled<T>(list: readonly T[], random: (below: number) => number): T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [copy[at], copy[other]] = [copy[other]!, copy[at]!];
  }
  return copy;
}

function unitLookups(table: UnitTable): void {
  const law = unitsAsLaw(table);
  const codes = Int32Array.from(['64483', '64493', '99213', 'J3301', '20610', '62323', '00000', '64999'], packCode);
  let sum = 0;
  const ms = best(() => {
    for (let done = 0; done < LOOKUPS; done++) sum += law.find(codes[done & 7]!);
  });
  console.log(`\nunit limits by code: ${millions(ms)} look-ups/s${sum === 0.5 ? '!' : ''}`);
}

function diagnosisLookups(table: DiagnosisTable): void {
  const codes = ['M54.16', 'M51.360', 'M47.816', 'G89.29', 'M54.5', 'E11.9', 'Z00.6', 'X99.99'];
  let billable = 0;
  const ms = best(() => {
    for (let done = 0; done < LOOKUPS; done++) if (table.status(codes[done & 7]!) === 'billable') billable++;
  });
  console.log(`diagnosis status by text: ${millions(ms)} look-ups/s (${billable > 0 ? 'found' : 'none found'})`);
}

function best(work: () => void): number {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    work();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

function millions(ms: number): string {
  return `${(LOOKUPS / ms / 1000).toFixed(1)} M`;
}

await main();
