import type { WireIssueCode } from '../../issues.ts';
import type { SegmentView } from '../segment-view.ts';
import { dateIn } from '../values.ts';
import { segmentWords, type ElementWords } from '../words/segment-words.ts';

export type Tell = (code: WireIssueCode, element: number, detail: string, component?: number) => void;

/** Lengths, characters, dates and presence of the elements of one segment, as the standard's dictionary has them. */
export function checkElements(id: string, view: SegmentView, alsoRequired: readonly number[], tell: Tell): void {
  const known = segmentWords(id);
  if (!known) return;
  if (view.count - 1 > known.elements.length) {
    tell('wire/x12/element-many', known.elements.length + 1, `${id} has ${known.elements.length}.`);
  }
  for (let i = 0; i < known.elements.length; i++) {
    const element = known.elements[i]!;
    const position = i + 1;
    if (view.has(position)) checkValue(element, view, position, tell);
    else if (element.required || alsoRequired.includes(position)) {
      tell('wire/x12/element-missing', position, `It says: ${element.words}.`);
    }
  }
  if (id === 'DTP') checkFormatted(view, 2, 3, tell);
  else if (id === 'DMG') checkFormatted(view, 1, 2, tell);
  else if (id === 'SV1') checkPointers(view, tell);
}

function checkValue(element: ElementWords, view: SegmentView, position: number, tell: Tell): void {
  if (element.type === 'C') return;
  const from = view.starts[position]!;
  const to = view.endOf(position);
  const values = element.repeats
    ? view.text(position).split(String.fromCharCode(view.separators.repetition))
    : [view.text(position)];
  for (const value of values) {
    const length =
      element.type === 'R'
        ? value.replace(/[-.]/g, '').length
        : element.type === 'N'
          ? value.replace('-', '').length
          : value.length;
    if (length < element.min || length > element.max) {
      tell('wire/x12/element-length', position, `It says: ${element.words}. It has ${length}; ${lengths(element)}.`);
    }
    if (!rightCharacters(element, value)) tell('wire/x12/element-characters', position, `It says: ${element.words}.`);
  }
  if (element.type === 'DT' && to - from === 8 && !dateIn(view.bytes, from, to)) {
    tell('wire/x12/element-date', position, `It says: ${element.words}.`);
  }
  if (element.type === 'TM' && !/^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/.test(view.text(position))) {
    tell('wire/x12/element-date', position, `It says: ${element.words}.`);
  }
}

function lengths(element: ElementWords): string {
  if (element.max === Number.MAX_SAFE_INTEGER) return `at least ${element.min} are needed`;
  return element.min === element.max ? `${element.min} are needed` : `${element.min} to ${element.max} are allowed`;
}

function rightCharacters(element: ElementWords, value: string): boolean {
  switch (element.type) {
    case 'N':
      return /^-?\d+$/.test(value);
    case 'R':
      return /^-?(\d+\.?\d*|\.\d+)$/.test(value);
    case 'DT':
      return /^\d{6}(\d\d)?$/.test(value);
    case 'B':
    case 'C':
      return true;
    default:
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      return !/[\u0000-\u001f\u007f]/.test(value);
  }
}

/** A claim has places for twelve diagnoses; a pointer names one of them. */
function checkPointers(view: SegmentView, tell: Tell): void {
  if (!view.has(7)) return;
  const pointers = view.text(7).split(String.fromCharCode(view.separators.component));
  for (const [index, pointer] of pointers.entries())
    if (pointer !== '' && !/^([1-9]|1[0-2])$/.test(pointer))
      tell('wire/x12/element-code', 7, 'A pointer is a number from 1 to 12.', index + 1);
}

/** A date whose form another element names: D8, RD8, DT, TM. */
function checkFormatted(view: SegmentView, format: number, value: number, tell: Tell): void {
  if (!view.has(value)) return;
  const from = view.starts[value]!;
  const to = view.endOf(value);
  const length = to - from;
  const dateAt = (at: number): boolean => dateIn(view.bytes, at, at + 8) !== undefined;
  switch (view.text(format)) {
    case 'D8':
      if (length !== 8 || !dateAt(from)) tell('wire/x12/element-date', value, 'D8 is CCYYMMDD.');
      return;
    case 'RD8':
      if (length !== 17 || view.bytes[from + 8] !== 45 || !dateAt(from) || !dateAt(from + 9)) {
        tell('wire/x12/element-date', value, 'RD8 is CCYYMMDD-CCYYMMDD.');
      }
      return;
    case 'DT':
      if (length < 12 || !dateAt(from)) tell('wire/x12/element-date', value, 'DT is CCYYMMDDHHMM.');
  }
}
