/** One row by column name, with the line it came from. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Comma-separated text with a header, quoted cells and doubled quotes (RFC 4180). Missing cells are empty. */
export function parseCsv(text: string): { readonly header: readonly string[]; readonly rows: readonly CsvRow[] } {
  const table: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let startedOn = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== '') table.push({ line: startedOn, cells });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '"' && text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else if (character === '"') quoted = false;
      else cell += character;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      endRow();
      startedOn = line + 1;
    } else if (character !== '\r') cell += character;
    if (character === '\n') line += 1;
  }
  if (cell !== '' || cells.length > 0) endRow();
  const header = table[0]?.cells.map((name) => name.trim()) ?? [];
  const rows = table.slice(1).map((row) => ({
    line: row.line,
    cells: Object.fromEntries(header.map((name, index) => [name, (row.cells[index] ?? '').trim()])),
  }));
  return { header, rows };
}
