import { wrap } from './layout.ts';
import { widthOf } from './style.ts';

/** What stands before a finding's own words, its severity and line; or a count before what it counts. */
const HEAD = /^ {2}(?:(?:BLOCK|warn |note ) +(?:line \d+|–)|ISSUE|remark) +|^ +[\d,]+ {2}/;
const HANG = 15;

/** The batch's plain text for a screen of so many columns: prose is wrapped under its beginning, columns come closer. */
export function folded(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (widthOf(line) <= width ? line : foldedLine(line, width)))
    .join('\n');
}

function foldedLine(line: string, width: number): string {
  const head = HEAD.exec(line)?.[0];
  const start = head ?? /^ */.exec(line)![0];
  const prose = line.slice(start.length);
  // Columns stand apart from each other; words do not. On a narrow screen they come closer before a line breaks.
  if (head === undefined && / {3}/.test(prose)) return start + prose.replace(/ {3,}/g, '  ');
  const hang = head === undefined || head.startsWith('   ') ? start.length : HANG;
  const [first, ...others] = wrap(prose, Math.max(20, width - Math.max(hang, start.length)));
  return [start + first, ...others.map((next) => ' '.repeat(hang) + next)].join('\n');
}
