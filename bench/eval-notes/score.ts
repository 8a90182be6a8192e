import type { KeyedDrug, KeyedLine } from './corpus.ts';

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

export interface DrugCounts {
  readonly right: number;
  readonly over: number;
  readonly under: number;
  readonly none: number;
}

/** Units of each drug against the annotators'; right when either says the same. What nobody keyed is too many. */
export function drugCounts(
  proposed: readonly KeyedDrug[],
  keyed: readonly KeyedDrug[],
  other: readonly KeyedDrug[] = keyed,
): DrugCounts {
  const units = (list: readonly KeyedDrug[], code: string) =>
    list.filter((one) => one.code === code).reduce((sum, one) => sum + one.units, 0);
  const counts = { right: 0, over: 0, under: 0, none: 0 };
  for (const code of new Set([...proposed, ...keyed, ...other].map((one) => one.code))) {
    const [ours, theirs, second] = [units(proposed, code), units(keyed, code), units(other, code)];
    if (ours === theirs || ours === second) counts.right++;
    else if (ours === 0) counts.none++;
    else if (ours > Math.max(theirs, second)) counts.over++;
    else counts.under++;
  }
  return counts;
}

function answerWord(lines: readonly KeyedLine[]): string {
  return lines.map(lineWord).toSorted().join(' | ');
}
