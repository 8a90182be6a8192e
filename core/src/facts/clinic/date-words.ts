import { daysInMonth, isoDate, type IsoDate } from '../../model/date.ts';

/** A date in the words of the note. `day` is undefined when only month or year is given; `latest` is the last day it can mean. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly day: IsoDate | undefined;
  readonly latest: IsoDate;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const DATE = new RegExp(
  `(?<![\\d/.-])(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})|(\\d{1,2})/((?:19|20)\\d{2})` +
    `|\\b(${NAME})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})|\\b(${NAME})\\.?,?\\s+(?:of\\s+)?((?:19|20)\\d{2})|\\b(${NAME})\\b\\.?|((?:19|20)\\d{2}))(?![\\d/])`,
  'g',
);

/** Dates of a stretch of lower-case text. A month without a year is the latest one not after `before`. */
export function datesIn(text: string, before: IsoDate | undefined): WrittenDate[] {
  const found: WrittenDate[] = [];
  DATE.lastIndex = 0;
  for (let hit = DATE.exec(text); hit; hit = DATE.exec(text)) {
    const date = read(hit, before);
    if (date) found.push({ start: hit.index, end: hit.index + hit[0].length, ...date });
  }
  return found;
}

function read(
  hit: RegExpExecArray,
  before: IsoDate | undefined,
): { day: IsoDate | undefined; latest: IsoDate } | undefined {
  const group = (index: number) => hit[index];
  if (group(1)) return full(Number(group(1)), Number(group(2)), Number(group(3)));
  if (group(4)) return full(yearOf(group(6)!, before), Number(group(4)), Number(group(5)));
  if (group(7)) return monthOnly(Number(group(8)), Number(group(7)));
  if (group(9)) return full(Number(group(11)), monthOf(group(9)!), Number(group(10)));
  if (group(12)) return monthOnly(Number(group(13)), monthOf(group(12)!));
  if (group(14)) {
    // `may` and `mar` are words as well: only a full name behind since/in counts, which the caller checks.
    if (!before) return undefined;
    const month = monthOf(group(14)!);
    const year = Number(before.slice(0, 4));
    const same = monthOnly(year, month);
    return same && same.latest <= before ? same : monthOnly(year - 1, month);
  }
  return { day: undefined, latest: `${group(15)}-12-31` as IsoDate };
}

function full(year: number, month: number, day: number): { day: IsoDate; latest: IsoDate } | undefined {
  const date = isoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return date && { day: date, latest: date };
}

function monthOnly(year: number, month: number): { day: undefined; latest: IsoDate } | undefined {
  if (month < 1 || month > 12) return undefined;
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return { day: undefined, latest: `${first.slice(0, 8)}${daysInMonth(year, month)}` as IsoDate };
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function yearOf(text: string, before: IsoDate | undefined): number {
  if (text.length === 4) return Number(text);
  const short = Number(text);
  const limit = before ? Number(before.slice(2, 4)) : 49;
  return short <= limit ? 2000 + short : 1900 + short;
}
