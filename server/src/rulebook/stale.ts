import { isIsoDate } from '@interspace/core/model/date';
import type { Library } from '@interspace/core/model/library';
import { listEditions } from '@interspace/library/tables/editions';
import { rulesRead } from '@interspace/library/upkeep/rules-read';

/** Rules that were read longer ago than this are due to be read again; `interspace library stale` knows each interval. */
const YEAR_MS = 366 * 86_400_000;

export interface StaleRule {
  readonly kind: string;
  readonly id: string;
  readonly why: string;
  readonly due: string;
}

/** What is due to be read or imported again: rules that nobody compared with their source for a year, tables whose edition ended. */
export function staleRules(library: Library, tables: string, now: Date): StaleRule[] {
  return [...endedTables(library, tables, now.toISOString().slice(0, 10)), ...unreadRules(library, now)];
}

function unreadRules(library: Library, now: Date): StaleRule[] {
  return rulesRead(library).flatMap(({ kind, id, reads }) => {
    const [read] = reads.toSorted((one, other) => (one < other ? -1 : 1));
    if (read === undefined || !isIsoDate(read)) return [];
    const due = new Date(new Date(read).getTime() + YEAR_MS);
    return due > now ? [] : [{ kind, id, why: `its source was read on ${read}`, due: due.toISOString().slice(0, 10) }];
  });
}

/** Of each table the newest edition counts, imported or shipped. */
function endedTables({ edits: { pairs, units, addOns } }: Library, tables: string, today: string): StaleRule[] {
  const imported = listEditions(tables);
  return Object.entries({ 'ncci-ptp': pairs, mue: units, aoc: addOns }).flatMap(([table, shipped]) => {
    const ends = [
      ...shipped.map(({ edition, through }) => ({ edition, through: through as string | undefined })),
      ...imported
        .filter(({ kind }) => kind === table || kind === `${table}-practitioner`)
        .map(({ edition, effective }) => ({ edition, through: effective.through as string | undefined })),
    ];
    if (ends.length === 0 || ends.some(({ through }) => through === undefined || through >= today)) return [];
    const newest = ends.reduce((one, other) => ((other.through ?? '') > (one.through ?? '') ? other : one));
    const why = `its newest edition here, ${newest.edition}, ended on ${newest.through}; import the current one`;
    return [{ kind: 'table', id: table, why, due: newest.through ?? today }];
  });
}
