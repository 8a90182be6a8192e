import type { KeyedLine } from './corpus.ts';

/** Modifier 26 depends on who owns the machine, which no note says: it is not compared. */
const NOT_COMPARED = new Set(['26']);

/** A line as one comparable word: code, sorted modifiers, units. */
export function lineWord(line: KeyedLine): string {
  const modifiers = line.modifiers.filter((modifier) => !NOT_COMPARED.has(modifier)).toSorted();
  return [line.code, ...modifiers, `x${line.units}`].join(' ');
}

export function exactlyRight(proposed: readonly KeyedLine[], accepted: readonly (readonly KeyedLine[])[]): boolean {
  const ours = answerWord(proposed);
  return accepted.some((answer) => answerWord(answer) === ours);
}

/** Codes found, missed and invented against the accepted answer that fits best. */
export function codeCounts(proposed: readonly KeyedLine[], accepted: readonly (readonly KeyedLine[])[]) {
  const ours = new Set(proposed.map((line) => line.code));
  let best = { found: 0, missed: Number.POSITIVE_INFINITY, invented: Number.POSITIVE_INFINITY };
  for (const answer of accepted) {
    const theirs = new Set(answer.map((line) => line.code));
    const found = [...theirs].filter((code) => ours.has(code)).length;
    const counts = { found, missed: theirs.size - found, invented: ours.size - found };
    if (counts.missed + counts.invented < best.missed + best.invented) best = counts;
  }
  return best;
}

function answerWord(lines: readonly KeyedLine[]): string {
  return lines.map(lineWord).toSorted().join(' | ');
}
