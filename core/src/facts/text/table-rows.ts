/** One cell of a table drawn with strokes. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Where the stroke behind it stands; the last cell of a row may have none. */
  readonly stroke: number | undefined;
}

/** The lines of a text as the cells of a table; undefined for a line that is no row of three cells or more, and no empty one. */
export function* tableRows(text: string): Generator<readonly Cell[] | undefined> {
  let at = 0;
  for (const line of text.split('\n')) {
    const cells = line.includes('|') ? cellsOf(line, at) : [];
    at += line.length + 1;
    if (cells.length >= 3) yield cells;
    else if (line.trim() !== '') yield undefined;
  }
}

function cellsOf(line: string, at: number): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  while (from <= line.length) {
    const found = line.indexOf('|', from);
    const to = found < 0 ? line.length : found;
    const given = line.slice(from, to);
    const words = given.trim();
    // The blank before a first stroke and behind a last one are no cells.
    const edge = words === '' && (from === 0 || found < 0);
    if (!edge) {
      const start = at + from + (words === '' ? 0 : given.indexOf(words));
      cells.push({ start, end: start + words.length, words, stroke: found < 0 ? undefined : at + found });
    }
    from = to + 1;
  }
  return cells;
}
