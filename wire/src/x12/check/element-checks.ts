import type { SegmentView } from '../segment-view.ts';
import { dateIn } from '../values.ts';
import { partsOf } from '../words/composites.ts';
import { segmentWords, type ElementWords } from '../words/segment-words.ts';
import type { AllowedCodes } from './guide-codes.ts';
import type { RequiredElements } from './guide-elements.ts';
import { checkPairs } from './paired-elements.ts';
import type { Tell } from './tell.ts';

/** What is known of the segment in its place. */
export interface ElementRules {
  /** Elements that the guide requires and the standard does not. */
  readonly required: readonly number[];
  /** Parts of composites that are required where the composite is sent. */
  readonly parts: RequiredElements['parts'];
  readonly codes: readonly AllowedCodes[];
  /** The guide is known: what holds for all of its segments is judged too. */
  readonly exact: boolean;
}

export const NO_RULES: ElementRules = { required: [], parts: [], codes: [], exact: false };

/** Lengths, characters, dates, presence and codes of the elements of one segment, as dictionary and guide have them. */
export function checkElements(id: string, view: SegmentView, rules: ElementRules, tell: Tell): void {
  const known = segmentWords(id);
  if (!known) return;
  if (view.count - 1 > known.elements.length)
    tell('wire/x12/element-many', known.elements.length + 1, `${id} has ${known.elements.length}.`);
  const missing: number[] = [];
  /** Composites whose parts are of the wrong length: perhaps they are none. */
  const malformed: number[] = [];
  for (let i = 0; i < known.elements.length; i++) {
    const element = known.elements[i]!;
    const position = i + 1;
    if (view.has(position)) {
      if (rules.exact && element.type === 'C') {
        if (!checkComposite(element, view, position, tell)) malformed.push(position);
      } else if (rules.exact && isRepeated(element, view, position))
        tell('wire/x12/element-repeat', position, `It holds: ${element.words}.`);
      else checkValue(element, view, position, rules.exact, tell);
    } else if (element.required || rules.required.includes(position)) {
      missing.push(position);
      tell(
        element.required ? 'wire/x12/element-missing' : 'wire/x12/element-required',
        position,
        `It should hold: ${element.words}.`,
      );
    }
  }
  for (const { element, component } of rules.parts) {
    if (!view.has(element) || malformed.includes(element) || view.component(element, component) !== '') continue;
    const words = known.elements[element - 1]?.parts[component - 1] ?? 'component';
    tell('wire/x12/element-required', element, `It should hold: ${words}.`, component);
  }
  for (const allowed of rules.codes) if (!malformed.includes(allowed.element)) checkCode(allowed, view, tell);
  if (rules.exact) checkPairs(id, view, missing, tell);
  if (id === 'DTP') checkFormatted(view, 2, 3, tell);
  else if (id === 'DMG') checkFormatted(view, 1, 2, tell);
  else if (id === 'SV1') checkPointers(view, tell);
}

function isRepeated(element: ElementWords, view: SegmentView, position: number): boolean {
  const { repetition } = view.separators;
  if (element.repeats || repetition < 0) return false;
  return view.bytes.subarray(view.starts[position], view.endOf(position)).includes(repetition);
}

function checkCode({ element, component, codes }: AllowedCodes, view: SegmentView, tell: Tell): void {
  const value = component === undefined ? view.text(element) : view.component(element, component);
  if (value === '' || codes.includes(value)) return;
  tell('wire/x12/element-code', element, `Known here: ${codes.join(', ')}.`, component);
}

/** Number and lengths of the parts; false when the value cannot be taken apart. */
function checkComposite(element: ElementWords, view: SegmentView, position: number, tell: Tell): boolean {
  const parts = partsOf(element.number);
  if (!parts) return true;
  if (isRepeated(element, view, position)) {
    tell('wire/x12/element-repeat', position, `It holds: ${element.words}.`);
    return false;
  }
  const values = view.fresh(position).split(String.fromCharCode(view.separators.component));
  if (values.length > parts.length)
    tell('wire/x12/element-many', position, `The composite has ${parts.length} parts.`, parts.length + 1);
  for (const [index, { min, max }] of parts.entries()) {
    const { length } = values[index] ?? '';
    if (length === 0 || (length >= min && length <= max)) continue;
    const alone =
      values.length === 1 && length > max ? ' Perhaps it was parted by another separator than the header names.' : '';
    const words = element.parts[index] ?? element.words;
    tell('wire/x12/element-length', position, told(words, length, min, max) + alone, index + 1);
    if (alone !== '') return false;
  }
  return true;
}

function checkValue(element: ElementWords, view: SegmentView, position: number, exact: boolean, tell: Tell): void {
  if (element.type === 'C') return;
  const from = view.starts[position]!;
  const to = view.endOf(position);
  const values = element.repeats
    ? view.text(position).split(String.fromCharCode(view.separators.repetition))
    : [view.text(position)];
  const holds = `It holds: ${element.words}.`;
  const component = String.fromCharCode(view.separators.component);
  for (const value of values) {
    const length =
      element.type === 'R'
        ? value.replace(/[-.]/g, '').length
        : element.type === 'N'
          ? value.replace('-', '').length
          : value.length;
    if (length < element.min || length > element.max)
      tell('wire/x12/element-length', position, told(element.words, length, element.min, element.max));
    if (exact && element.type !== 'B' && value.includes(component))
      tell(
        'wire/x12/element-characters',
        position,
        `${holds} It has no parts, and there is the separator of parts in it.`,
      );
    else if (!rightCharacters(element, value)) tell('wire/x12/element-characters', position, holds);
    else if (exact && element.number === AMOUNT && /\.\d\d\d*[1-9]/.test(value))
      tell('wire/x12/money', position, holds);
  }
  if (element.type === 'DT' && !isDate(view, from, to)) tell('wire/x12/element-date', position, holds);
  if (element.type === 'TM' && !/^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/.test(view.text(position)))
    tell('wire/x12/element-date', position, holds);
}

/** Number of monetary amounts in the dictionary. */
const AMOUNT = '782';

/** Of eight digits, or six in the header. Other lengths are said already. */
function isDate(view: SegmentView, from: number, to: number): boolean {
  if (to - from === 8) return dateIn(view.bytes, from, to) !== undefined;
  if (to - from !== 6) return true;
  const century = Buffer.from('20');
  return dateIn(Buffer.concat([century, view.bytes.subarray(from, to)]), 0, 8) !== undefined;
}

function told(words: string, length: number, min: number, max: number): string {
  return `It holds: ${words}. It has ${length} character${length === 1 ? '' : 's'}; ${lengths(min, max)}.`;
}

function lengths(min: number, max: number): string {
  if (max === Number.MAX_SAFE_INTEGER) return `at least ${min} are needed`;
  return min === max ? `${min} ${min === 1 ? 'is' : 'are'} needed` : `${min} to ${max} are allowed`;
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

/** A date whose form another element names: D8, RD8, DT. */
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
      } else if (Buffer.compare(view.bytes.subarray(from, from + 8), view.bytes.subarray(from + 9, to)) > 0)
        tell('wire/x12/element-date', value, 'The range ends before it begins.');
      return;
    case 'DT':
      if (length < 12 || !dateAt(from)) tell('wire/x12/element-date', value, 'DT is CCYYMMDDHHMM.');
  }
}
