import type { z } from 'zod';
import type { Library } from '@interspace/core/model/library';
import { IMPORT_KINDS } from '@interspace/library/import/import-table';
import { listEditions, type EditionInfo } from '@interspace/library/tables/editions';
import type { Edition, LibraryView } from '../contract/rulebook.ts';
import { staleRules } from './stale.ts';

/** What the law of this server is, which editions of tables it has, and what is due to be read again. */
export function libraryView(library: Library, tables: string, engine: string, now: Date): z.output<typeof LibraryView> {
  const { policies } = library.policies;
  const imported = listEditions(tables).map(editionOf);
  return {
    revision: library.revision,
    engine,
    policies: policies.length,
    documents: policies.reduce((sum, { documents }) => sum + documents.length, 0),
    criteria: policies.reduce((sum, { criteria }) => sum + criteria.length, 0),
    editions: [...imported, ...shippedEditions(library)],
    stale: staleRules(library, tables, now).map(({ kind, id, why, due }) => ({ what: `${kind} ${id}`, why, due })),
    kinds: IMPORT_KINDS.map((kind) => ({ kind, about: ABOUT[kind] ?? kind })),
  };
}

export function editionOf({
  kind,
  edition,
  effective,
  counts,
  sources,
  sha256,
}: EditionInfo): z.output<typeof Edition> {
  return {
    kind,
    edition,
    rows: Object.values(counts).reduce((sum, one) => sum + one, 0),
    from: effective.from,
    ...(effective.through === undefined ? {} : { through: effective.through }),
    ...(sources[0] === undefined ? {} : { source: sources.map(({ name }) => name).join(', ') }),
    hash: sha256,
    shipped: false,
  };
}

/** The selection for pain medicine that the program brings along. */
function shippedEditions({ edits: { pairs, units, addOns } }: Library): z.output<typeof Edition>[] {
  return Object.entries({ 'ncci-ptp': pairs, mue: units, aoc: addOns }).flatMap(([kind, editions]) =>
    editions.map(({ edition, from, through }) => ({ kind, edition, from, through, shipped: true })),
  );
}

const ABOUT: Readonly<Record<string, string>> = {
  'ncci-ptp': 'Pairs of codes that are not paid together (Medicare, each quarter)',
  mue: 'Units of a code on one day that are believed (Medicare, each quarter)',
  aoc: 'Add-on codes and the codes they go with (Medicare, each quarter)',
  hcpcs: 'Procedure, drug and device codes (each quarter)',
  'icd10cm-order': 'Diagnosis codes (each October and April)',
  'icd10cm-tabular': 'Notes of the diagnosis codes: what excludes what (each October)',
  pprrvu: 'Relative values of services (Medicare, each quarter)',
};
