import { addDays, addMonths, isoDate, type IsoDate } from '@interspace/core/model/date';
import type { Forecast } from '@interspace/server/contract/review-verbs';
import type { PatientLedger } from '@interspace/server/contract/patients';

type LedgerSession = PatientLedger['sessions'][number];

/** One session as a mark in its lane. */
export interface Mark {
  readonly lane: number;
  readonly session: LedgerSession;
}

/** The days in which a limit counts, ending on the day of the view. */
export interface WindowBar {
  readonly lane: number;
  readonly from: IsoDate | undefined;
  readonly through: IsoDate;
  readonly dates: readonly IsoDate[];
  readonly next: IsoDate | undefined;
  readonly used: number;
  readonly limit: number;
  readonly certain: boolean;
  readonly title: string;
}

export interface Timeline {
  /** Names of the lanes from top to bottom: first where sessions were, then what counts them. */
  readonly lanes: readonly string[];
  readonly sessionLanes: number;
  readonly marks: readonly Mark[];
  readonly bars: readonly WindowBar[];
  readonly from: IsoDate;
  readonly through: IsoDate;
}

const REGIONS = ['cervical', 'thoracic', 'lumbar', 'sacral'];
const SIDES = ['left', 'right', 'bilateral', 'midline'];

/** What is drawn for a patient: sessions in lanes by region and side, below them the window of every limit in use. */
export function timelineOf(ledger: Pick<PatientLedger, 'on' | 'sessions' | 'forecasts'>): Timeline {
  const on = ledger.on;
  const sessions = ledger.sessions.toSorted((one, other) => rank(one) - rank(other));
  const places = [...new Set(sessions.map(placeOf))];
  const limits = inUse(ledger.forecasts);
  const lanes = [...places, ...limits.map(({ name }) => name)];
  const marks = sessions.map((session) => ({ lane: places.indexOf(placeOf(session)), session }));
  const bars = limits.map(({ bar }, index) => ({ ...barOf(bar, on), lane: places.length + index }));
  const days = [
    on,
    ...sessions.map(({ date }) => date),
    ...bars.flatMap(({ from, next }) => [from, next]).filter((day) => day !== undefined),
  ].sort();
  return {
    lanes,
    sessionLanes: places.length,
    marks,
    bars,
    from: addDays(days[0] ?? on, -14),
    through: addDays(days.at(-1) ?? on, 14),
  };
}

/** Where it was done, in words; what is not known is said so. */
export function placeOf({ region, side }: Pick<LedgerSession, 'region' | 'side'>): string {
  const where = region === undefined ? 'region not known' : region;
  return side === undefined ? `${where}, side not known` : `${where}, ${side === 'bilateral' ? 'both sides' : side}`;
}

function rank({ region, side }: LedgerSession): number {
  const place = (list: readonly string[], name: string | undefined): number => {
    const at = list.indexOf(name ?? '');
    return at < 0 ? list.length : at;
  };
  return place(REGIONS, region) * 10 + place(SIDES, side);
}

type LimitInUse = Forecast['limits'][number] & { readonly next?: string | undefined };

/** Limits that have counted something, each once: several forecasts of one region may speak of the same one. */
function inUse(forecasts: readonly Forecast[]): { name: string; bar: LimitInUse }[] {
  const seen = new Map<string, { name: string; bar: LimitInUse }>();
  for (const forecast of forecasts)
    for (const limit of forecast.limits) {
      const key = `${limit.criterion} ${forecast.region ?? ''} ${limit.dates.join()}`;
      if (limit.dates.length === 0 || seen.has(key)) continue;
      const where = forecast.region === undefined ? '' : ` · ${forecast.region}`;
      seen.set(key, {
        name: `${limit.title}${where}`,
        bar: { ...limit, next: forecast.next },
      });
    }
  return [...seen.values()];
}

function barOf(limit: LimitInUse, on: IsoDate): Omit<WindowBar, 'lane'> {
  return {
    from: windowStart(limit.window, on),
    through: on,
    dates: limit.dates.map((day) => isoDate(day)).filter((day) => day !== undefined),
    next: isoDate(limit.next ?? ''),
    used: limit.used,
    limit: limit.limit,
    certain: limit.certain,
    title: limit.title,
  };
}

/** First day of `12 months`, `90 days`, … before a day; undefined when there is no window or it is said otherwise. */
export function windowStart(window: string | undefined, on: IsoDate): IsoDate | undefined {
  const found = /^(\d+) (day|week|month|year)s?$/.exec(window ?? '');
  const amount = Number(found?.[1]);
  switch (found?.[2]) {
    case 'day':
      return addDays(on, -amount);
    case 'week':
      return addDays(on, -7 * amount);
    case 'month':
      return addMonths(on, -amount);
    case 'year':
      return addMonths(on, -12 * amount);
    default:
      return undefined;
  }
}
