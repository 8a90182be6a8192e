import { allMatches } from './all-matches.ts';
/** Boxes of a form: empty ones with what they stand before, up to the next box or the end of the line. */
const BOX = /\[\s?_?\s?\]|\[x\]|\(\s\)|\(x\)|[\u2610\u25a1\u2611\u2612\u2713\u2714]/gi;
const EMPTY = /^(?:\[\s?_?\s?\]|\(\s\)|[\u2610\u25a1])$/;

/**
 * The text with the options of a form that are not ticked blanked out: `[ ] left [x] right` says right. Only where at
 * least one box of the line is ticked; a line of empty boxes says nothing and is blanked as a whole.
 */
export function maskUnchecked(text: string): string {
  if (!/\[[\s_]{0,3}\]|\(\s\)|[\u2610\u25a1]/.test(text)) return text;
  return text.replace(/[^\n\r]+/g, (line) => {
    const boxes = [...allMatches(line, BOX)];
    let masked = line;
    const behind = standsBehind(line, boxes);
    const close = !behind && standsClose(line, boxes);
    for (const [index, box] of boxes.entries()) {
      if (!EMPTY.test(box[0])) continue;
      if (behind || (close && /^(?:\s{2,}|\s*$)/.test(line.slice(box.index + box[0].length)))) {
        const before = boxes[index - 1];
        const gap = close ? line.slice(0, box.index).search(/\S+(?: \S+)* ?$/) : 0;
        const from = Math.max(before ? before.index + before[0].length : 0, line.lastIndexOf(':', box.index) + 1);
        const start = Math.max(from, gap);
        masked =
          masked.slice(0, start) +
          ' '.repeat(box.index + box[0].length - start) +
          masked.slice(box.index + box[0].length);
        continue;
      }
      const end = boxes[index + 1]?.index ?? stopOf(line, box.index + box[0].length);
      masked = masked.slice(0, box.index) + ' '.repeat(end - box.index) + masked.slice(end);
    }
    return masked;
  });
}

/** `Right [ ]  Left [X]`: the line ends with a box, so each stands behind its option. */
function standsBehind(line: string, boxes: readonly RegExpMatchArray[]): boolean {
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last || line.slice(last.index! + last[0].length).trim() !== '') return false;
  return /[a-z0-9][^:]*$/i.test(line.slice(0, first.index));
}

/** `Fluoro (X) yes   US ( )    Contrast (X) 1 cc`: boxes close behind words; an empty one before a gap belongs to its own. */
function standsClose(line: string, boxes: readonly RegExpMatchArray[]): boolean {
  return (
    boxes.every((box) => /[a-z0-9)] ?$/i.test(line.slice(0, box.index))) &&
    boxes.some((box) => /^ ?\S/.test(line.slice(box.index! + box[0].length)))
  );
}

/** An option behind the last box ends with the line, a sentence or a gap. */
function stopOf(line: string, from: number): number {
  const found = /\.\s|\t|\s{3,}|;|\|/.exec(line.slice(from + 1));
  return found ? from + 1 + found.index : line.length;
}
