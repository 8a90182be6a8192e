import type { KeyedLine } from './corpus.ts';
import { lineWord, type DrugCounts } from './score.ts';

/** What happened with one keyed note. */
export interface Verdict {
  readonly id: string;
  readonly family: string;
  readonly right: boolean;
  readonly found: number;
  readonly missed: number;
  readonly invented: number;
  readonly proposed: readonly KeyedLine[];
  readonly accepted: readonly (readonly KeyedLine[])[];
  readonly dxRight: boolean | undefined;
  readonly why: string | undefined;
}

/** A note that should yield no procedure and did. */
export interface FalseProcedure {
  readonly id: string;
  readonly kind: string;
  readonly codes: readonly string[];
}

export function familyTable(verdicts: readonly Verdict[]): string {
  const families = [...new Set(verdicts.map((verdict) => verdict.family))].toSorted();
  const rows = families.map((family) =>
    row(
      family,
      verdicts.filter((verdict) => verdict.family === family),
    ),
  );
  const head = ['family', 'notes', 'exactly right', 'recall', 'precision', 'primary dx'];
  return table([head, ...rows, row('all', verdicts)]);
}

export function missList(verdicts: readonly Verdict[]): string {
  return verdicts
    .filter((verdict) => !verdict.right)
    .map((verdict) => {
      const accepted = verdict.accepted.map((answer) => answer.map(lineWord).join(' + ') || 'nothing').join('  or  ');
      const proposed = verdict.proposed.map(lineWord).join(' + ') || 'nothing';
      return [
        `${verdict.id} (${verdict.family})`,
        `  proposed ${proposed}`,
        `  accepted ${accepted}`,
        `  key says ${verdict.why ?? '-'}`,
      ].join('\n');
    })
    .join('\n');
}

export function falseList(list: readonly FalseProcedure[]): string {
  return list.map((item) => `${item.id} (${item.kind}): ${item.codes.join(', ')}`).join('\n');
}

/** One line for a corpus: entries of the key whose units we say exactly, or not. */
export function drugLine(list: readonly DrugCounts[]): string {
  const sum = (pick: (counts: DrugCounts) => number) => list.reduce((total, counts) => total + pick(counts), 0);
  const [right, over, under, none] = [sum((c) => c.right), sum((c) => c.over), sum((c) => c.under), sum((c) => c.none)];
  const entries = right + over + under + none;
  return `drug units on ${list.length} notes: ${share(right, entries)} right, ${over} too many, ${under} too few, ${none} not proposed`;
}

function row(name: string, verdicts: readonly Verdict[]): string[] {
  const sum = (pick: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + pick(verdict), 0);
  const right = verdicts.filter((verdict) => verdict.right).length;
  const [found, missed, invented] = [sum((v) => v.found), sum((v) => v.missed), sum((v) => v.invented)];
  const dx = verdicts.filter((verdict) => verdict.dxRight !== undefined);
  return [
    name,
    String(verdicts.length),
    share(right, verdicts.length),
    share(found, found + missed),
    share(found, found + invented),
    share(dx.filter((verdict) => verdict.dxRight).length, dx.length),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${part}/${whole} ${((100 * part) / whole).toFixed(1)} %`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
