/** Boxes of a form: empty ones with what they stand before, up to the next box or the end of the line. */
const BOX = /\[\s?_?\s?\]|\[x\]|\(\s\)|\(x\)|[\u2610\u25a1\u2611\u2612\u2713\u2714]/g;
const EMPTY = /^(?:\[\s?_?\s?\]|\(\s\)|[\u2610\u25a1])$/;

/**
 * The text with the options of a form that are not ticked blanked out: `[ ] left [x] right` says right. Only where at
 * least one box of the line is ticked; a line of empty boxes says nothing and is blanked as a whole.
 */
export function maskUnchecked(lower: string): string {
  if (!/\[[\s_]{0,3}\]|\(\s\)|[\u2610\u25a1]/.test(lower)) return lower;
  return lower.replace(/[^\n\r]+/g, (line) => {
    const boxes = [...line.matchAll(BOX)];
    let masked = line;
    for (const [index, box] of boxes.entries()) {
      if (!EMPTY.test(box[0])) continue;
      const end = boxes[index + 1]?.index ?? stopOf(line, box.index + box[0].length);
      masked = masked.slice(0, box.index) + ' '.repeat(end - box.index) + masked.slice(end);
    }
    return masked;
  });
}

/** An option behind the last box ends with the line, a sentence or a gap. */
function stopOf(line: string, from: number): number {
  const found = /\.\s|\t|\s{3,}|;|\|/.exec(line.slice(from + 1));
  return found ? from + 1 + found.index : line.length;
}
