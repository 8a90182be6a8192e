import { widthOf } from './style.ts';

/** Words in lines of at most `width` columns; a longer word gets a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.trim().split(/\s+/)) {
    const size = widthOf(word);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line = line === '' ? word : `${line} ${word}`;
    used += (used === 0 ? 0 : 1) + size;
  }
  lines.push(line);
  return lines;
}

/** `first` before the text, blanks of the same width before its following lines. */
export function hang(first: string, text: string, width: number): string[] {
  const indent = widthOf(first);
  return wrap(text, Math.max(20, width - indent)).map(
    (line, index) => (index === 0 ? first : ' '.repeat(indent)) + line,
  );
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Takes what the others leave, and wraps. At most one. */
  readonly flex?: boolean;
}

/** A table without rules: titles, then rows; the flexible column wraps inside itself. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const gap = 2;
  const natural = columns.map((column, at) =>
    Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  const fixed = natural.reduce((sum, size, at) => sum + (columns[at]?.flex ? 0 : size), 0) + gap * (columns.length - 1);
  const sizes = natural.map((size, at) => (columns[at]?.flex ? Math.max(24, Math.min(size, width - fixed)) : size));
  const render = (row: readonly string[]): string[] => {
    const cells = row.map((cell, at) => (columns[at]?.flex ? wrap(cell, sizes[at]!) : [cell]));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, at) => {
          const text = cell[line] ?? '';
          return columns[at]?.align === 'right'
            ? ' '.repeat(Math.max(0, sizes[at]! - widthOf(text))) + text
            : pad(text, sizes[at]!);
        })
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  };
  return [...render(columns.map((column) => column.title)), ...rows.flatMap(render)];
}

/** At most `length` characters of a quote, white space folded. */
export function shorten(text: string, length: number): string {
  const folded = text.trim().replaceAll(/\s+/g, ' ');
  return folded.length <= length ? folded : `${folded.slice(0, length - 1).trimEnd()}…`;
}
