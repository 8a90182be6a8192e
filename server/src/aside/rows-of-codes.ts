import { AddOnTable } from '@interspace/core/edits/agency/add-on-table';
import { FeeTable } from '@interspace/core/edits/agency/fee-table';
import type { TableFile } from '@interspace/core/edits/agency/layout';
import { PairTable } from '@interspace/core/edits/agency/pair-table';
import { ProcedureCodeTable } from '@interspace/core/edits/agency/procedure-code-table';
import { UnitTable } from '@interspace/core/edits/agency/unit-table';

/** What a table says of some codes, as words by key (`64483 units`), so that two editions can be compared. */
export function rowsOfCodes(file: TableFile, codes: readonly string[]): Map<string, string> {
  const rows = new Map<string, string>();
  const day = file.header.effective.from;
  const { kind } = file.header;
  if (kind.startsWith('mue-')) {
    const table = new UnitTable(file);
    for (const code of codes) tell(rows, code, table.limit(code));
  } else if (kind.startsWith('ncci-ptp-')) {
    const table = new PairTable(file);
    for (const one of codes)
      for (const other of codes)
        for (const row of table.rows(one, other)) tell(rows, `${one} ${other} ${row.from}`, row);
  } else if (kind === 'aoc') {
    const table = new AddOnTable(file);
    for (const code of codes) tell(rows, code, table.rows(code, day));
  } else if (kind === 'hcpcs') {
    const table = new ProcedureCodeTable(file);
    for (const code of codes) rows.set(code, table.status(code, day));
  } else if (kind.startsWith('pprrvu')) {
    const table = new FeeTable(file);
    for (const code of codes) tell(rows, code, table.find(code));
  }
  return rows;
}

function tell(rows: Map<string, string>, key: string, row: unknown): void {
  if (row === undefined || (Array.isArray(row) && row.length === 0)) return;
  const plain = typeof row === 'object' && row !== null && !Array.isArray(row) ? row : { rows: row };
  rows.set(
    key,
    Object.entries(plain)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
      .join(', '),
  );
}
