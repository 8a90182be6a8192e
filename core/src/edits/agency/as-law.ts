import type { Citation } from '../../model/citation.ts';
import { addDays } from '../../model/date.ts';
import type * as Law from '../../model/law/edits.ts';
import type { AddOnTable } from './add-on-table.ts';
import type { TableFile } from './layout.ts';
import type { PairTable } from './pair-table.ts';
import type { ProcedureCodeTable } from './procedure-code-table.ts';
import type { UnitTable } from './unit-table.ts';

/** A few years: an edition without a published end is used until the next one is imported. */
const OPEN_END_DAYS = 3660;

/** What an imported edition says about itself, as the edits quote it. */
export function editionOf(file: TableFile): Law.Edition {
  const { edition, effective, kind, sources } = file.header;
  const names = sources.map((source) => source.name).join(', ');
  const citation: Citation = {
    document: `${kind} ${edition}`,
    gist: `The agency's published table, imported from ${names}.`,
    confidence: 'high',
    effective: effective.from,
  };
  return {
    edition,
    from: effective.from,
    through: effective.through ?? addDays(effective.from, OPEN_END_DAYS),
    complete: true,
    ...(kind.endsWith('-hospital') ? { setting: 'hospital' as const } : {}),
    citation,
  };
}

/**
 * Imported pairs behind the shape that the edits ask. `later` are the editions of the same setting that came after it: a pair
 * that one of them ends before the day was ended after the fact, and claims of that day are paid.
 */
export function pairsAsLaw(table: PairTable, later: readonly PairTable[] = []): Law.PairTable {
  return {
    edition: editionOf(table.file),
    find: (column1, column2, day) => {
      const one = table.idOf(column1);
      const row = one < 0 ? -1 : table.find(one, table.idOf(column2), day);
      if (row < 0) return -1;
      for (const newer of later) if (newer.isEnded(newer.idOf(column1), newer.idOf(column2), day)) return -1;
      return table.indicator(row);
    },
  };
}

export function unitsAsLaw(table: UnitTable): Law.UnitTable {
  return {
    edition: editionOf(table.file),
    find: (code) => {
      const row = table.find(code);
      return row < 0 ? -1 : table.units(row) * 4 + table.adjudication(row);
    },
    confirmed: () => undefined,
  };
}

/** Add-on relations as they stand on one day, by default the first day of the edition. */
export function addOnsAsLaw(table: AddOnTable, day: number): Law.AddOnTable {
  return {
    edition: editionOf(table.file),
    type: (code) => {
      const id = table.find(code);
      return id < 0 ? 0 : table.typeOn(id, day);
    },
    accepts: (addOn, primary) => {
      const id = table.find(addOn);
      return id >= 0 && table.accepts(id, primary, day);
    },
    primaries: (addOn) => {
      const id = table.find(addOn);
      return id < 0 ? [] : table.primaries(id, day);
    },
    // The agency lists primaries one by one; that some add-ons need two of them is the library's own knowledge.
    needs: () => [],
  };
}

export function validityAsLaw(table: ProcedureCodeTable): Law.CodeValidity {
  return { validity: (code, day) => table.validity(code, day) };
}
