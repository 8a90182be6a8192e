import { addDays, addMonths, type IsoDate } from '../../../model/date.ts';
import { datesIn } from '../date-words.ts';
import { numberOf } from '../duration-words.ts';

/** An earlier day in the words of a sentence; `latest` when it is not told exactly, `day` is then the earliest it can be. */
export interface ToldDate {
  readonly start: number;
  readonly end: number;
  readonly day: IsoDate;
  readonly latest?: IsoDate;
}

const AGO =
  /\b(\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(day|week|month|year)s?\s+(?:ago|earlier|prior(?! to)|before(?= this| today|[,.]|$))/g;

/** Days before the date of service that a stretch of lower-case text names, exactly or as `9 months ago` and `in January`. */
export function earlierDatesIn(text: string, on: IsoDate): ToldDate[] {
  const found: ToldDate[] = [];
  const before = addDays(on, -1);
  const add = (start: number, end: number, day: IsoDate, latest: IsoDate) => {
    if (day > before) return;
    const last = latest > before ? before : latest;
    found.push({ start, end, day, ...(last > day ? { latest: last } : {}) });
  };
  for (const date of datesIn(text, on)) {
    if (date.day !== undefined) add(date.start, date.end, date.day, date.day);
    else if (/^\d{4}$/.test(text.slice(date.start, date.end)))
      add(date.start, date.end, `${date.latest.slice(0, 4)}-01-01` as IsoDate, date.latest);
    // A month alone (`may`, `march`) is often a word.
    else if (
      /\d/.test(text.slice(date.start, date.end)) ||
      /\b(?:in|since|of|during) $/.test(text.slice(0, date.start))
    )
      add(date.start, date.end, `${date.latest.slice(0, 7)}-01` as IsoDate, date.latest);
  }
  AGO.lastIndex = 0;
  for (let hit = AGO.exec(text); hit; hit = AGO.exec(text)) {
    const [count, unit] = [numberOf(hit[1]!), hit[2]!];
    const [far, near] = [shift(on, unit, count + 1), shift(on, unit, Math.max(0, count - 1))];
    const exact = unit === 'day' ? shift(on, unit, count) : undefined;
    if (
      !/(?:over|more than|>|least|about|around|approximately|almost|nearly)\s*$/.test(text.slice(0, hit.index)) &&
      exact
    )
      add(hit.index, hit.index + hit[0].length, exact, exact);
    else add(hit.index, hit.index + hit[0].length, far, near);
  }
  return found.sort((one, other) => one.start - other.start);
}

function shift(on: IsoDate, unit: string, count: number): IsoDate {
  if (unit === 'day') return addDays(on, -count);
  if (unit === 'week') return addDays(on, -count * 7);
  return addMonths(on, unit === 'month' ? -count : -count * 12);
}
