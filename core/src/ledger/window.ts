import { addDays, type IsoDate } from '../model/date.ts';
import { shiftDate, type Duration } from '../model/duration.ts';

export type Boundary = 'inclusive' | 'exclusive';

/** Dates are forgotten when a long run has met this many under one window. */
const KEPT = 4096;

/** Windows of the law are few, and so are the days of a batch. */
class WindowDates {
  readonly #windows = new WeakMap<Duration, Map<IsoDate, IsoDate>>();

  get(window: Duration, from: IsoDate, make: () => IsoDate): IsoDate {
    let dates = this.#windows.get(window);
    if (!dates) this.#windows.set(window, (dates = new Map()));
    let known = dates.get(from);
    if (known === undefined) {
      if (dates.size >= KEPT) dates.clear();
      dates.set(from, (known = make()));
    }
    return known;
  }
}

const STARTS = { inclusive: new WindowDates(), exclusive: new WindowDates() };
const ENDS = { inclusive: new WindowDates(), exclusive: new WindowDates() };

/**
 * The first date that a window ending just before `on` counts. `inclusive`: a session exactly one window ago still
 * counts; `exclusive`: it has dropped out.
 */
export function windowStart(on: IsoDate, window: Duration, boundary: Boundary): IsoDate {
  return STARTS[boundary].get(window, on, () => {
    const edge = shiftDate(on, window, -1);
    return boundary === 'inclusive' ? edge : addDays(edge, 1);
  });
}

/**
 * The first date after which a session of `counted` no longer lies in the window. Short months make the shift
 * back and forth unequal, so the candidate is stepped forward while it still counts.
 */
export function dropsOutOn(counted: IsoDate, window: Duration, boundary: Boundary): IsoDate {
  return ENDS[boundary].get(window, counted, () => {
    let candidate = shiftDate(counted, window, 1);
    while (windowStart(candidate, window, boundary) <= counted) candidate = addDays(candidate, 1);
    return candidate;
  });
}

/**
 * The first date on which fewer than `limit` of the dates lie in the window, so that one more fits.
 * Undefined when the limit is below one: then no date would do.
 */
export function nextEligibleDate(
  dates: readonly IsoDate[],
  window: Duration,
  limit: number,
  boundary: Boundary,
): IsoDate | undefined {
  if (limit < 1) return undefined;
  const sorted = [...new Set(dates)].sort();
  const last = sorted[sorted.length - limit];
  return last === undefined ? undefined : dropsOutOn(last, window, boundary);
}
