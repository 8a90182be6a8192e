import type { IsoDate } from '@interspace/core/model/date';
import { decimalFromCents, type Cents } from '@interspace/core/model/money';
import { segment, type TextSegment, type WritingStyle } from '../document.ts';

/** Makes a segment in the style of the file that is written. */
export type Make = (id: string, ...elements: (string | undefined)[]) => TextSegment;

export const makeIn =
  (style: WritingStyle): Make =>
  (id, ...elements) =>
    segment(id, elements, style);

export const day = (date: IsoDate): string => date.replaceAll('-', '');

/** Day and time of `YYYY-MM-DDTHH:MM`. */
export const moment = (created: string): readonly [day: string, time: string] => [
  created.slice(0, 10).replaceAll('-', ''),
  created.slice(11, 16).replace(':', ''),
];

/** Every first and last day of the lines, in order. */
export function daysOf(
  lines: readonly { readonly from?: IsoDate | undefined; readonly through?: IsoDate | undefined }[],
): readonly IsoDate[] {
  return lines
    .flatMap(({ from, through }) => [from, through])
    .filter((each) => each !== undefined)
    .toSorted();
}

/** Cents as X12 writes amounts: no needless zeros. */
export function money(cents: number): string {
  return decimalFromCents(cents as Cents).replace(/\.00$|(?<=\.\d)0$/, '');
}

/** A separator inside a value would change the meaning of everything after it. */
export function isUnsendable({ elements }: TextSegment, { separators }: WritingStyle): boolean {
  const marks = [separators.element, separators.terminator].map((mark) => String.fromCharCode(mark));
  // Control characters and characters of more than a byte cannot be sent.
  return elements.some((text) => marks.some((mark) => text.includes(mark)) || /[^\u0020-\u00ff]/.test(text));
}
