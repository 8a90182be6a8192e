import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { date } from '../../core/src/model/date.ts';
import { importTable, type ImportKind } from '../../library/src/import/import-table.ts';
import { openLibrary } from '../../library/src/read.ts';
import { morePairs, PAIR_HEADER } from '../generated-pairs.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SHELF = resolve(ROOT, '../shared/data');
const PAIRS = 'ncci/ptp_practitioner_2024Q3.dev.csv.gz';
/** The edition under which the claims of the bench are judged: full size, in force on their first days. */
const EDITION = { edition: '2025Q4', effective: date('2025-10-01'), setting: 'practitioner' } as const;
const FILES: readonly (readonly [ImportKind, string])[] = [
  ['ncci-ptp', 'ncci/ptp_practitioner_2024Q3.dev.csv.gz'],
  ['ncci-ptp', 'ncci/ptp_outpatient_hospital_2024Q3.dev.csv.gz'],
  ['mue', 'ncci/mue_practitioner_2024Q3.dev.csv.gz'],
  ['mue', 'ncci/mue_outpatient_hospital_2024Q3.dev.csv.gz'],
  ['aoc', 'ncci/addon_code_edits_2024-06.dev.csv.gz'],
  ['icd10cm-order', 'codesets/icd10cm-order-2025.txt.gz'],
  ['icd10cm-order', 'codesets/icd10cm-order-2026.txt.gz'],
  ['icd10cm-tabular', 'codesets/icd10cm_tabular_2021.xml.gz'],
  ['hcpcs', 'codesets/hcpcs_level2_2024-07.csv.gz'],
  ['pprrvu', 'fees/PPRRVU2025_Oct.csv.gz'],
  ['modifiers', 'codesets/modifiers_2024-06.csv'],
];

/** Paths of what was made. */
export interface Prepared {
  readonly library: string;
  readonly run: string;
  readonly worker: string;
  readonly parts: string;
}

/** What every run needs, made once: the library as JSON and the programs as users run them. */
export async function prepare(folder: string): Promise<Prepared> {
  const library = join(folder, 'library.json');
  writeFileSync(library, JSON.stringify(openLibrary(join(ROOT, 'library')).library));
  await build({
    entryPoints: {
      run: join(ROOT, 'bench/scrub/run-one.ts'),
      parts: join(ROOT, 'bench/scrub/measure-parts.ts'),
      worker: join(ROOT, 'batch/src/worker-main.ts'),
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: { js: "import{createRequire as $cr}from'node:module';const require=$cr(import.meta.url);" },
  });
  return {
    library,
    run: join(folder, 'run.mjs'),
    worker: join(folder, 'worker.mjs'),
    parts: join(folder, 'parts.mjs'),
  };
}

/**
 * Imports every table that edits ask into a folder: the shelf's when it is there, and a pair table of `pairs` rows, the
 * shelf's own rows first and invented ones after them. What was left out, in words.
 */
export async function importAll(directory: string, folder: string, pairs: number): Promise<readonly string[]> {
  const absent: string[] = [];
  for (const [kind, name] of FILES) {
    if (!existsSync(join(SHELF, name))) absent.push(name);
    else await take(kind, join(SHELF, name), { directory, acceptSmaller: true });
  }
  const path = join(folder, `ptp-${pairs}.csv`);
  writeFileSync(path, pairFile(pairs));
  await take('ncci-ptp', path, { directory, acceptSmaller: true, ...EDITION });
  return absent;
}

function pairFile(pairs: number): string {
  const shelf = join(SHELF, PAIRS);
  const rows = existsSync(shelf)
    ? gunzipSync(readFileSync(shelf)).toString('latin1').trimEnd().split('\n')
    : [PAIR_HEADER];
  const kept = rows.slice(0, pairs + 1);
  return `${[...kept, ...morePairs(pairs + 1 - kept.length)].join('\n')}\n`;
}

async function take(kind: ImportKind, path: string, options: Parameters<typeof importTable>[2]): Promise<void> {
  const result = await importTable(kind, [path], options);
  if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.issues)}`);
}
