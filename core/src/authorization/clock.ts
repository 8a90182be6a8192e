import { addDays, dayNumber, isoDate, type IsoDate } from '../model/date.ts';
import type { ProgramClock } from '../model/law/program.ts';

/** A day, with the minute of the day when it was stated. */
export interface Moment {
  readonly day: IsoDate;
  readonly minute: number | undefined;
}

/** `2026-06-01`, `2026-06-01T10:00` or `2026-06-01 10:00`; anything else is not a moment. */
export function moment(text: string): Moment | undefined {
  const [, date = '', hour, minute] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?$/.exec(text.trim()) ?? [];
  const day = isoDate(date);
  if (!day) return undefined;
  if (hour === undefined) return { day, minute: undefined };
  const clock = Number(hour) * 60 + Number(minute);
  return Number(hour) < 24 && Number(minute) < 60 ? { day, minute: clock } : undefined;
}

/**
 * Whether an answer came after the time that a clock allows: days are calendar days after the day of the request, hours
 * count from its minute. Undefined where the minutes decide and were not stated.
 */
export function isLate(clock: ProgramClock, asked: Moment, answered: Moment): boolean | undefined {
  if (clock.hours !== undefined) {
    const allowed = clock.hours * 60;
    const days = (dayNumber(answered.day) - dayNumber(asked.day)) * 1440;
    if (asked.minute !== undefined && answered.minute !== undefined)
      return days + answered.minute - asked.minute > allowed;
    // Without minutes only what is certain either way is said.
    if (days - 1440 >= allowed) return true;
    return days + 1440 <= allowed ? false : undefined;
  }
  return answered.day > dueDay(clock, asked.day);
}

/** Last day on which an answer is in time, for clocks that count days. */
export function dueDay(clock: ProgramClock, asked: IsoDate): IsoDate {
  if (clock.hours !== undefined) return addDays(asked, Math.ceil(clock.hours / 24));
  if (clock.businessDays === undefined) return addDays(asked, clock.days ?? 0);
  let day = asked;
  for (let left = clock.businessDays; left > 0;) {
    day = addDays(day, 1);
    if (isWorkday(day)) left--;
  }
  return day;
}

/** `72 hours`, `7 days`, `2 business days`. */
export function clockInWords(clock: ProgramClock): string {
  if (clock.hours !== undefined) return `${clock.hours} hours`;
  return clock.businessDays === undefined ? `${clock.days ?? 0} days` : `${clock.businessDays} business days`;
}

function isWorkday(day: IsoDate): boolean {
  // Day 0 was a Thursday.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}
