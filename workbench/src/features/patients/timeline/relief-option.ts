import type { PatientLedger } from '@interspace/server/contract/patients';
import type { EChartsOption } from 'echarts';
import type { ChartColours } from '../../../ui/chart/colours.ts';
import { colourOf, familiesOf, moment } from './timeline-option.ts';

type LedgerSession = PatientLedger['sessions'][number];

/** How long one session helped, and how much. */
export interface Relief {
  readonly session: LedgerSession;
  readonly percent: number;
  /** Last day of the relief; undefined when the chart does not say how long it lasted. */
  readonly through: number | undefined;
  readonly ongoing: boolean;
}

const DAY = 86_400_000;

/** The sessions of which the relief is known, oldest first. */
export function reliefs(sessions: readonly LedgerSession[], on: string): Relief[] {
  return sessions
    .flatMap((session): Relief[] => {
      const { painReliefPercent: percent, durationDays: days, ongoing = false } = session.response ?? {};
      if (percent === undefined) return [];
      const start = moment(session.date);
      const known = days === undefined ? undefined : start + days * DAY;
      return [{ session, percent, through: ongoing ? Math.max(known ?? 0, moment(on)) : known, ongoing }];
    })
    .sort((one, other) => one.session.date.localeCompare(other.session.date));
}

/** Relief after each session as a plateau that lasts as long as it was recorded to last; a lone mark when that is not known. */
export function reliefOption(
  found: readonly Relief[],
  { from, through }: { readonly from: string; readonly through: string },
  colours: ChartColours,
): EChartsOption {
  const families = familiesOf(found.map(({ session }) => session));
  return {
    useUTC: true,
    grid: { left: 8, right: 24, top: 40, bottom: 8, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, data: families, textStyle: { color: colours.text, fontSize: 13 } },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      formatter: (at) => (Array.isArray(at) ? '' : at.name),
    },
    xAxis: {
      type: 'time',
      min: moment(from),
      max: moment(through),
      axisLabel: { color: colours.quiet, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { color: colours.quiet, formatter: '{value} %' },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: found.map((relief) => {
      const at = families.indexOf(relief.session.family);
      const colour = colourOf(relief.session.family, families, colours);
      const name = `${relief.session.date} · ${relief.session.family} · ${relief.percent} %`;
      return {
        type: 'line',
        name: relief.session.family,
        color: colour,
        symbol: ['circle', 'rect', 'triangle', 'diamond'][at % 4] ?? 'circle',
        symbolSize: 10,
        lineStyle: { width: 3, color: colour, type: relief.ongoing ? 'dashed' : 'solid' },
        areaStyle: { color: colour, opacity: 0.1 },
        data: [
          { value: [moment(relief.session.date), relief.percent], name },
          ...(relief.through === undefined ? [] : [{ value: [relief.through, relief.percent], name, symbol: 'none' }]),
        ],
      };
    }),
  };
}
