/** A text whose words stand one plain space apart, and where each of its characters stands in the text as given. */
export interface PlainText {
  readonly text: string;
  /** Offset in the text as given. */
  readonly given: (offset: number) => number;
}

/** Spaces of print and of web pages that are no line breaks. */
const ODD = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** Several spaces between words. Behind the end of a sentence they disturb nobody, and mark inner headings. */
const GAP = /(?<=[\w,%)"'-]) {2,}(?=\S)/g;
/** What stands behind a gap that sets it apart: a label, a box. */
const APART =
  /(?:[A-Z][\w()&/'-]*[ \t]){0,5}[A-Z#][\w()/'-]*(?:\(s\))? ?:|\[|\(\s?[xX]?\s?\)|[\u2610\u25a1\u2611\u2612]/y;
const BOXES = /\[[ _xX]{0,3}\]|[\u2610\u25a1\u2611\u2612]/;

/** Text from a PDF or a web page keeps its words apart by what fills the line; patterns know one plain space. */
export function plainSpaces(text: string): PlainText {
  const spaced = text.replace(ODD, ' ');
  const cuts: number[] = [];
  const removed: number[] = [];
  let out = '';
  let from = 0;
  if (spaced.includes('  ')) {
    const form = BOXES.test(spaced);
    for (const gap of spaced.matchAll(GAP)) {
      const end = gap.index + gap[0].length;
      APART.lastIndex = end;
      if ((form && gap[0].length > 2) || APART.test(spaced)) continue;
      out += spaced.slice(from, gap.index + 1);
      from = end;
      cuts.push(out.length);
      removed.push(end - out.length);
    }
  }
  if (cuts.length === 0) return { text: spaced, given: (offset) => offset };
  return { text: out + spaced.slice(from), given: (offset) => offset + (removed[last(cuts, offset)] ?? 0) };
}

/** Index of the last cut at or before an offset; -1 when there is none. */
function last(cuts: readonly number[], offset: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
