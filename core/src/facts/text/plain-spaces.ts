/** A text whose words stand one plain space apart, and where each of its characters stands in the text as given. */
export interface PlainText {
  readonly text: string;
  /** Offset in the text as given. */
  readonly given: (offset: number) => number;
}

/** Spaces of print and of web pages that are no line breaks. */
const ODD = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const ODDS = new RegExp(ODD.source, 'g');
/** Before a gap between words. Behind the end of a sentence it disturbs nobody, and marks inner headings. */
const WORD = /[\w,%)"'-]/;
/** What stands behind a gap that sets it apart: a label, a box. */
const APART =
  /(?:[A-Z][\w()&/'-]*[ \t]){0,5}[A-Z#][\w()/'-]*(?:\(s\))? ?:|\[|\(\s?[xX]?\s?\)|[\u2610\u25a1\u2611\u2612]/y;
const BOXES = /\[[ _xX]{0,3}\]|\( ?[xX]? ?\)|[\u2610\u25a1\u2611\u2612]/;

/** Text from a PDF or a web page keeps its words apart by what fills the line; patterns know one plain space. */
export function plainSpaces(text: string): PlainText {
  const spaced = ODD.test(text) ? text.replace(ODDS, ' ') : text;
  const cuts: number[] = [];
  const removed: number[] = [];
  let out = '';
  let from = 0;
  let form: boolean | undefined;
  for (let at = spaced.indexOf('  '); at >= 0;) {
    let end = at + 2;
    while (spaced.charCodeAt(end) === 32) end++;
    if (at > 0 && end < spaced.length && WORD.test(spaced.charAt(at - 1)) && spaced.charCodeAt(end) > 32) {
      form ??= BOXES.test(spaced);
      APART.lastIndex = end;
      if (!(form && end - at > 2) && !APART.test(spaced)) {
        out += spaced.slice(from, at + 1);
        from = end;
        cuts.push(out.length);
        removed.push(end - out.length);
      }
    }
    at = spaced.indexOf('  ', end);
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
