import type { IsoDate } from '../../model/date.ts';
import type { CodeKey, UnitEdition, UnitTable } from '../../model/law/edits.ts';
import { codeKey } from '../code-key.ts';

export function unitTable(edition: UnitEdition): UnitTable {
  const values = new Map<CodeKey, number>(edition.rows.map((row) => [codeKey(row.code), row.limit * 4 + row.by]));
  const confirmed = new Map<CodeKey, IsoDate>(
    edition.confirmed.flatMap(({ on, codes }) => codes.map((code) => [codeKey(code), on] as const)),
  );
  return { edition, find: (code) => values.get(code) ?? -1, confirmed: (code) => confirmed.get(code) };
}
