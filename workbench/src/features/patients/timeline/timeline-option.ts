import { dayNumber, type IsoDate } from '@interspace/core/model/date';
import type { CustomSeriesOption, CustomSeriesRenderItem, EChartsOption, ScatterSeriesOption } from 'echarts';
import type { ChartColours } from '../../../ui/chart/colours.ts';
import type { Timeline, WindowBar } from './timeline-of.ts';

/** What it was done for has a shape, of which family it was a colour, and both stand in the legend. */
const SHAPES: Readonly<Record<string, string>> = {
  diagnostic: 'circle',
  therapeutic: 'circle',
  ablation: 'diamond',
};
const LANE = 34;

export function timelineHeight({ lanes }: Timeline): number {
  return 100 + Math.max(1, lanes.length) * LANE;
}

export const moment = (day: string): number => dayNumber(day as IsoDate) * 86_400_000;

/** Families in the order of their colours. */
export function familiesOf(sessions: readonly { readonly family: string }[]): string[] {
  return [...new Set(sessions.map(({ family }) => family))].sort();
}

/** The colour of a family: never the one of the windows. */
export function colourOf(family: string, families: readonly string[], colours: ChartColours): string {
  const rest = colours.series.slice(1);
  return rest[families.indexOf(family) % rest.length] ?? colours.note;
}

const kindOf = ({ session }: Timeline['marks'][number]): string =>
  session.role === undefined ? session.family : `${session.family}, ${session.role}`;

/** The picture of a timeline: marks for sessions, bars for windows, a line for the day of the view. */
export function timelineOption(timeline: Timeline, on: string, colours: ChartColours): EChartsOption {
  return {
    useUTC: true,
    grid: { left: 8, right: 24, top: 56, bottom: 8, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 12, textStyle: { color: colours.text, fontSize: 13 } },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
    },
    xAxis: {
      type: 'time',
      position: 'bottom',
      min: moment(timeline.from),
      max: moment(timeline.through),
      axisLabel: { color: colours.quiet, hideOverlap: true },
      splitLine: { show: true, lineStyle: { color: colours.line } },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...timeline.lanes],
      axisLabel: { color: colours.text, width: 230, overflow: 'break', fontSize: 12, lineHeight: 14 },
      axisTick: { show: false },
      axisLine: { show: false },
      splitArea: { show: false },
      splitLine: { show: true, lineStyle: { color: colours.line, type: 'dotted' } },
    },
    series: [
      windows(timeline, colours),
      ...[...new Set(timeline.marks.map(kindOf))].sort().map((kind) => sessions(timeline, kind, colours)),
      today(on, colours),
    ],
  };
}

function sessions(timeline: Timeline, kind: string, colours: ChartColours): ScatterSeriesOption {
  const marks = timeline.marks.filter((mark) => kindOf(mark) === kind);
  const families = familiesOf(timeline.marks.map(({ session }) => session));
  const { family = '', role } = marks[0]?.session ?? {};
  const colour = colourOf(family, families, colours);
  return {
    type: 'scatter',
    name: kind,
    symbol: SHAPES[role ?? ''] ?? 'rect',
    symbolSize: role === 'ablation' ? 17 : 14,
    // A diagnostic session is a ring, a therapeutic one is filled.
    itemStyle: {
      color: role === 'diagnostic' ? colours.ground : colour,
      borderColor: colour,
      opacity: 1,
      borderWidth: 2.5,
    },
    data: marks.map(({ lane, session }) => ({
      value: [moment(session.date), lane],
      name: [session.date, session.role, session.kind ?? session.family, ...(session.levels ?? [])]
        .filter(Boolean)
        .join(' · '),
    })),
    tooltip: { formatter: (at) => (Array.isArray(at) ? '' : at.name) },
    z: 3,
  };
}

function windows(timeline: Timeline, colours: ChartColours): CustomSeriesOption {
  return {
    type: 'custom',
    name: 'Window that counts',
    color: colours.accent,
    renderItem: (_parameters, api) => drawn(timeline.bars[Number(api.value(2))], api, colours),
    encode: { x: [0, 1], y: 3 },
    data: timeline.bars.map((bar, index) => ({
      value: [moment(bar.from ?? timeline.from), moment(bar.through), index, bar.lane],
      name: `${bar.title}: ${bar.used}${bar.certain ? '' : ' known'} of ${bar.limit}${bar.next === undefined ? '' : `; next from ${bar.next}`}`,
    })),
    tooltip: { formatter: (at) => (Array.isArray(at) ? '' : at.name) },
    z: 2,
  };
}

type Api = Parameters<CustomSeriesRenderItem>[1];

/** The window as a bar, a tick for every day counted in it, its count in figures, and a hollow mark for the next date. */
function drawn(bar: WindowBar | undefined, api: Api, colours: ChartColours): ReturnType<CustomSeriesRenderItem> {
  if (bar === undefined) return;
  const full = bar.used >= bar.limit;
  const tone = full ? colours.block : colours.accent;
  const [left = 0, y = 0] = api.coord([api.value(0), bar.lane]);
  const [right = 0] = api.coord([api.value(1), bar.lane]);
  const [next = 0] = bar.next === undefined ? [] : api.coord([moment(bar.next), bar.lane]);
  const height = 16;
  const box = { x: left, y: y - height / 2, width: Math.max(2, right - left), height, r: 3 };
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: box, style: { fill: tone, opacity: 0.16 } },
      {
        type: 'rect',
        shape: box,
        style: { fill: 'none', stroke: tone, lineWidth: 1, lineDash: bar.certain ? [] : [4, 3] },
      },
      ...bar.dates.map((day) => {
        const [x = 0] = api.coord([moment(day), bar.lane]);
        return {
          type: 'rect' as const,
          shape: { x: x - 1.5, y: y - height / 2, width: 3, height },
          style: { fill: tone },
        };
      }),
      {
        type: 'text',
        style: {
          text: `${bar.used}${bar.certain ? '' : ' known'} of ${bar.limit}`,
          x: right - 6,
          y,
          align: 'right',
          verticalAlign: 'middle',
          fill: colours.text,
          fontSize: 12,
          fontWeight: 600,
        },
      },
      ...(bar.next === undefined || next <= right
        ? []
        : [
            {
              type: 'polygon' as const,
              shape: {
                points: [
                  [next, y - 8],
                  [next + 8, y],
                  [next, y + 8],
                  [next - 8, y],
                ],
              },
              style: { fill: colours.ground, stroke: colours.good, lineWidth: 2 },
            },
          ]),
    ],
  };
}

/** A series without marks of its own, only for the line of the day. */
function today(on: string, colours: ChartColours): ScatterSeriesOption {
  return {
    type: 'scatter',
    data: [],
    silent: true,
    markLine: {
      symbol: 'none',
      silent: true,
      lineStyle: { color: colours.quiet, type: 'solid', width: 1.5 },
      label: { formatter: on, position: 'start', color: colours.quiet, fontSize: 12 },
      data: [{ xAxis: moment(on) }],
    },
  };
}
