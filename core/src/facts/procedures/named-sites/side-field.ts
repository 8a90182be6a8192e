import type { Laterality } from '../../../model/laterality.ts';
import type { ProcedureNote, Span } from '../../text/note.ts';

export interface PlacedSide extends Span {
  readonly side: Laterality;
}

/** `Side:`, `Laterality:`, `Side treated:` before a value. */
const FIELD =
  /\b(?:side|laterality)s?(?: (?:treated|injected|blocked|ablated|of (?:the )?(?:injection|procedure|block)))? ?:\s*$/;
/** The value is a letter, with or without its ticked box. */
const VALUE = /^\s*(?:[[(][xX][\])]|[\u2611\u2612\u2713\u2714])?\s*([RLB])(?![A-Za-z\d/&+-])/;
/** `[x] L` is an option of a form that stands for a side wherever it stands. */
const BOX = /[[(][xX][\])]\s?([RLB])(?![A-Za-z\d/&+-]| ?-? ?spine)/g;
const LONGEST_LABEL = 40;

/** Sides that a form gives as one letter: the value of its field, or a ticked box. */
export function sidesOfForm(note: ProcedureNote, span: Span): PlacedSide[] {
  const given = note.text.slice(span.start, span.end);
  const sides: PlacedSide[] = [];
  const add = (letter: string, start: number) => {
    const side: Laterality = letter === 'R' ? 'right' : letter === 'L' ? 'left' : 'bilateral';
    if (!sides.some((one) => one.start === start)) sides.push({ side, start, end: start + 1 });
  };
  const value = VALUE.exec(given);
  if (value && FIELD.test(note.lower.slice(Math.max(0, span.start - LONGEST_LABEL), span.start)))
    add(value[1]!, span.start + value[0].length - 1);
  BOX.lastIndex = 0;
  for (let found = BOX.exec(given); found; found = BOX.exec(given))
    add(found[1]!, span.start + found.index + found[0].length - 1);
  return sides;
}
