import type { AddOnEdition, AddOnTable, CodeKey } from '../../model/law/edits.ts';
import { codeKey } from '../code-key.ts';
import type { Editions } from './editions.ts';

interface Entry {
  readonly type: number;
  readonly primaries: readonly CodeKey[];
  readonly accepted: ReadonlySet<CodeKey>;
  readonly needs: readonly (readonly CodeKey[])[];
}

export function addOnTable(edition: AddOnEdition): AddOnTable {
  const entries = new Map<CodeKey, Entry>();
  for (const row of edition.rows) {
    const primaries = row.primaries.map(codeKey);
    entries.set(codeKey(row.addOn), {
      type: row.type,
      primaries,
      accepted: new Set(primaries),
      needs: (row.needs ?? []).map((group) => group.map(codeKey)),
    });
  }
  return {
    edition,
    type: (code) => entries.get(code)?.type ?? 0,
    accepts: (addOn, primary) => entries.get(addOn)?.accepted.has(primary) ?? false,
    primaries: (addOn) => entries.get(addOn)?.primaries ?? [],
    needs: (addOn) => entries.get(addOn)?.needs ?? [],
  };
}

/** The table that knows an add-on on a day; none where no table has it. */
export function addOnTableOf(tables: Editions<AddOnTable>, code: CodeKey, day: number): AddOnTable | undefined {
  const chosen = tables.on(day);
  if (chosen !== undefined && chosen.type(code) !== 0) return chosen;
  const wider = tables.beyond(day);
  return wider !== undefined && wider.type(code) !== 0 ? wider : undefined;
}
