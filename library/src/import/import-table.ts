import { resolve } from 'node:path';
import { dayNumber } from '@interspace/core/model/date';
import { type Issue, type Result, failed, ok } from '@interspace/core/model/result';
import { NOT_WRITTEN } from '../not-written.ts';
import { type FileToWrite, NotWritten, writeAtomically } from '../tables/atomic-write.ts';
import { defaultTablesDirectory, editionPath } from '../tables/directory.ts';
import { type EditionInfo, editionsOf } from '../tables/editions.ts';
import { importAddOns } from './aoc.ts';
import { importProcedureCodes } from './hcpcs.ts';
import { importDiagnoses } from './icd10cm-order.ts';
import { importTabular } from './icd10cm-tabular.ts';
import type { BuiltTable, ImportJob, ImportOptions, Importer } from './job.ts';
import { importAnesthesia, importIndices } from './localities.ts';
import { importUnits } from './mue.ts';
import { importPairs } from './ncci-ptp.ts';
import { importRelativeValues } from './pprrvu.ts';
import { importModifiers, importPlaces, importReasons, importSpecialties, importTaxonomy } from './records.ts';
import { Refusal } from './refusal.ts';
import { openSource } from './source.ts';
import { importZips } from './zip5.ts';

const IMPORTERS = {
  'ncci-ptp': importPairs,
  mue: importUnits,
  aoc: importAddOns,
  'icd10cm-order': importDiagnoses,
  'icd10cm-tabular': importTabular,
  hcpcs: importProcedureCodes,
  pprrvu: importRelativeValues,
  gpci: importIndices,
  anes: importAnesthesia,
  zip5: importZips,
  'carc-rarc': importReasons,
  pos: importPlaces,
  modifiers: importModifiers,
  taxonomy: importTaxonomy,
  specialty: importSpecialties,
} as const satisfies Record<string, Importer>;

/** What can be imported, by the words of the command line. */
export type ImportKind = keyof typeof IMPORTERS;
export const IMPORT_KINDS = Object.keys(IMPORTERS) as readonly ImportKind[];

export function isImportKind(text: string): text is ImportKind {
  return Object.hasOwn(IMPORTERS, text);
}

/**
 * Imports an agency's files into the folder of tables. All or nothing: when any file is damaged, cut off or the wrong
 * one, the Result fails with where and why, nothing is written and the editions in use stay as they are.
 */
export async function importTable(
  kind: ImportKind,
  files: readonly string[],
  options: ImportOptions = {},
): Promise<Result<readonly EditionInfo[]>> {
  const warnings: Issue[] = [];
  const directory = resolve(options.directory ?? defaultTablesDirectory());
  try {
    if (files.length === 0)
      throw new Refusal({
        code: 'library/import/no-file',
        message: 'No file is named.',
        hint: `Name the agency’s files for ${kind}.`,
      });
    const sources = [];
    for (const path of files) sources.push(await openSource(path));
    const members = sources.flatMap((source) => source.members);
    const job: ImportJob = {
      members,
      names: [...members.map(({ name }) => name), ...sources.map(({ about }) => about.name)],
      options,
      directory,
      warn: (issue) => warnings.push({ ...issue, level: 'warning' }),
    };
    const built = (await IMPORTERS[kind](job)).filter((table) => !isSuperseded(directory, table));
    for (const table of built) judgeSize(directory, table, options);
    const about = sources.map((source) => source.about);
    const written = built.map((table) => ({
      table,
      bytes: toBytes(table, about),
      path: editionPath(directory, table.kind, table.name.edition),
    }));
    // Everything is built before anything is written.
    writeOrRefuse(written);
    const infos = written.map(({ table, path }) =>
      editionsOf(directory, table.kind).find((info) => info.path === path)!,
    );
    return ok(infos, warnings);
  } catch (fault) {
    if (fault instanceof Refusal) return failed(...fault.issues, ...warnings);
    throw fault;
  }
}

function writeOrRefuse(files: readonly FileToWrite[]): void {
  try {
    writeAtomically(files);
  } catch (fault) {
    if (!(fault instanceof NotWritten)) throw fault;
    const { cause, path } = fault;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
    if (code === undefined) throw cause;
    throw new Refusal({
      code: 'library/import/not-written',
      message: `The table cannot be written (${NOT_WRITTEN[code] ?? code}); the editions in use stay as they are.`,
      at: path,
      hint: 'Make room or name another folder (--tables), then import again.',
    });
  }
}

function toBytes(table: BuiltTable, sources: EditionInfo['sources']): Uint8Array {
  const { edition, from, through } = table.name;
  return table.writer.toBytes({
    kind: table.kind,
    edition,
    effective: { from, ...(through === undefined ? {} : { through }) },
    counts: table.counts,
    sources,
    attributes: table.attributes,
  });
}

/** A year worked out from another year's changes never replaces one that was imported itself. */
function isSuperseded(directory: string, table: BuiltTable): boolean {
  if (table.attributes['derivedFrom'] === undefined) return false;
  return editionsOf(directory, table.kind).some(
    (info) => info.edition === table.name.edition && info.derivedFrom === undefined,
  );
}

/** Editions that begin so near to each other have nearly the same rows; over years lists grow and shrink. */
const NEAR_DAYS = 400;
const NEAR_SHARE = 0.9;
const FAR_SHARE = 0.5;

/** A table cut off between two lines may look whole by itself; beside another edition of its kind it does not. */
function judgeSize(directory: string, table: BuiltTable, options: ImportOptions): void {
  if (options.acceptSmaller || table.attributes['derivedFrom'] !== undefined) return;
  const rows = table.counts['rows'] ?? 0;
  const first = dayNumber(table.name.from);
  for (const { edition, effective, counts } of editionsOf(directory, table.kind)) {
    const others = counts['rows'] ?? 0;
    const near = Math.abs(dayNumber(effective.from) - first) <= NEAR_DAYS;
    if (rows >= others * (near ? NEAR_SHARE : FAR_SHARE)) continue;
    throw new Refusal({
      code: 'library/import/much-smaller',
      message: `The import has ${rows} rows; edition ${edition} of ${table.kind} in use has ${others}. It looks cut off, or some parts are missing.`,
      at: `${table.kind} ${table.name.edition}`,
      hint: 'Check that every part was given. If the table really is that small, say so (--accept-smaller).',
    });
  }
}
