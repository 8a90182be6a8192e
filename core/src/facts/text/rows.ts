import { roleOfHeading } from './section-roles.ts';

/** `Nerves ........... T5, T6`: dots that lead the eye from a label to its value. */
const LEADERS = /^([ \t]*[A-Za-z#][^\n.:|]{0,60}?)([ \t]?\.{4,})(?=[ \t]*\S)/gm;
/** `| Level | L4-L5 |`: a row of two cells, label and value. */
const ROW = /^[ \t]*\|[ \t]*([A-Za-z#][^|\n]{0,60}?)[ \t]*\|([^|\n]+)\|[ \t]*$/gm;
/** `Proc | RFA lumbar, right`: one stroke between label and value, in one line and the next. */
const OPEN_ROW = /^([ \t]*[A-Z][^\n:|]{0,40}?)([ \t]*\|)(?=[ \t]*[^|\n]+$)/gm;
const OPEN_ROWS = /(?:^[ \t]*[A-Z][^\n:|]{0,40}\|[^|\n]+\n){2}/m;
/** `|---|---|`: the line under the head of a table. */
const RULE = /^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*$/gm;

/** `Dx  Lumbar spondylosis`: a heading with a gap for its colon. */
const GAP = /^([ \t]*)([A-Z][A-Za-z]+(?:[ /-][A-Za-z]+){0,2})( {2,}|\t+)(?=\S)/gm;

/** Rows of labels and values as `label: value`; every character stands where it stood. */
export function asLabels(text: string): string {
  let read = text;
  if (text.includes('...'))
    read = read.replace(LEADERS, (_, label: string, dots: string) => `${label}:${' '.repeat(dots.length - 1)}`);
  if (text.includes('|'))
    read = read
      .replace(RULE, (rule) => ' '.repeat(rule.length))
      .replace(ROW, (row, label: string, value: string) => {
        const at = row.indexOf(label) + label.length;
        const cut = row.indexOf('|', at);
        return `${' '.repeat(row.indexOf(label))}${label}:${' '.repeat(cut - at)}${value}${' '.repeat(row.length - cut - 1 - value.length)}`;
      });
  if (text.includes('|') && OPEN_ROWS.test(read))
    read = read.replace(OPEN_ROW, (_, label: string, stroke: string) => `${label}:${' '.repeat(stroke.length - 1)}`);
  return read.replace(GAP, (row, before: string, label: string, gap: string, at: number) =>
    roleOfHeading(label) === undefined || headsTable(read.slice(at + row.length))
      ? row
      : `${before}${label}:${' '.repeat(gap.length - 1)}`,
  );
}

/** `Level   Side   Needle`: a row of headings is the head of a table. */
function headsTable(rest: string): boolean {
  const next = /^([A-Za-z][\w ]*?)(?: {2,}|\t)/.exec(rest);
  return next !== null && roleOfHeading(next[1]!) !== undefined;
}
