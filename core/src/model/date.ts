/** A calendar date `YYYY-MM-DD` without time and zone. Compares correctly as text. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when `text` is a date that exists on the calendar. */
export function isIsoDate(text: string): text is IsoDate {
  const found = SHAPE.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The date, or `undefined` when the text is not one. */
export function isoDate(text: string): IsoDate | undefined {
  return isIsoDate(text) ? text : undefined;
}

/** The date of that year, month and day; `undefined` when there is no such day. */
export function calendarDate(year: number, month: number, day: number): IsoDate | undefined {
  const exists =
    year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? (`${year}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate) : undefined;
}

/** For dates written in our own code: throws when the text is no date. */
export function date(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01, for arithmetic only. No text is cut out: a batch asks it for every line. */
export function dayNumber(of: IsoDate): number {
  return dayNumberOf(twoDigits(of, 0) * 100 + twoDigits(of, 2), twoDigits(of, 5), twoDigits(of, 8));
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

const ZERO = '0'.charCodeAt(0);

/** The same of a calendar date in numbers, months from 1 on. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? month - 3 : month + 9;
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - DAYS_TO_1970;
}

/** The inverse of `dayNumber`, counted in years that begin in March: a leap day is then the last of its year. */
export function fromDayNumber(day: number): IsoDate {
  const since = day + DAYS_TO_1970;
  const era = Math.floor(since / DAYS_OF_400_YEARS);
  const ofEra = since - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1, 2)}` as IsoDate;
}

/** From the first of March of the year 0 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;
const DAYS_OF_400_YEARS = 146_097;

export function addDays(to: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(to) + days);
}

/** Calendar months later or earlier; the 31st becomes the last day of a shorter month. */
export function addMonths(to: IsoDate, months: number): IsoDate {
  const index = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(Number(to.slice(8, 10)), daysInMonth(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate;
}

/** Whole days from `earlier` to `later`; negative when they are the other way round. */
export function daysBetween(earlier: IsoDate, later: IsoDate): number {
  return dayNumber(later) - dayNumber(earlier);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
