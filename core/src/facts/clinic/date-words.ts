import { calendarDate, daysInMonth, type IsoDate } from '../../model/date.ts';

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
const ORDINALS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|twenty-second|twenty-third|twenty-fourth|twenty-fifth|twenty-sixth|twenty-seventh|twenty-eighth|twenty-ninth|thirtieth|thirty-first'.split(
    '|',
  );
const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const SPOKEN_DAY = ORDINALS.toReversed().join('|').replaceAll('-', '[- ]');
/** `14 May 2025`; `October the second, twenty twenty-five`, as dictated. */
const DAY_FIRST = `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${NAME})\\.?,?\\s+((?:19|20)\\d{2})`;
const SPOKEN = `\\b(${NAME})\\s+(?:the\\s+)?(${SPOKEN_DAY}),?\\s+((?:19|20)\\d{2}|twenty[- ]twenty(?:[- ](?:${UNITS.slice(1).join('|')}))?)`;
/** Groups that stand before those of the other forms. */
const AHEAD = 6;
const DATE = new RegExp(
  `(?<![\\d/.-])(?:${DAY_FIRST}|${SPOKEN}|(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})|(\\d{1,2})/((?:19|20)\\d{2})` +
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
  if (hit[1]) return full(Number(hit[3]), monthOf(hit[2]!), Number(hit[1]));
  if (hit[4]) return full(spokenYear(hit[6]!), monthOf(hit[4]), ORDINALS.indexOf(hit[5]!.replace(' ', '-')) + 1);
  const group = (index: number) => hit[index + AHEAD];
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
  const date = calendarDate(year, month, day);
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

function spokenYear(words: string): number {
  return /^\d/.test(words) ? Number(words) : 2020 + Math.max(0, UNITS.indexOf(words.split(/[- ]/)[2] ?? 'zero'));
}

function yearOf(text: string, before: IsoDate | undefined): number {
  if (text.length === 4) return Number(text);
  const short = Number(text);
  const limit = before ? Number(before.slice(2, 4)) : 49;
  return short <= limit ? 2000 + short : 1900 + short;
}
