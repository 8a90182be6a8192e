import type { IsoDate } from '@interspace/core/model/date';

/** The day on this machine's calendar. Only doors look at the clock; the law is told the date. */
export function today(now: Date = new Date()): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as IsoDate;
}
