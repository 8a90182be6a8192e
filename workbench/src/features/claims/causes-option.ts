import type { BarSeriesOption, EChartsOption } from 'echarts';
import type { ChartColours } from '../../ui/chart/colours.ts';

/** One bar: its name, its length and which colour means what. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly tone: 'block' | 'warn' | 'note' | 'accent';
}

/** Room for the names at the left, a figure at the end of every bar. */
export function barsOption(
  bars: readonly Bar[],
  told: (value: number) => string,
  colours: ChartColours,
): EChartsOption {
  const series: BarSeriesOption = {
    type: 'bar',
    barMaxWidth: 20,
    data: bars.map(({ value, tone }) => ({ value, itemStyle: { color: colours[tone], borderRadius: 2 } })),
    label: {
      show: true,
      position: 'right',
      color: colours.text,
      fontSize: 12,
      formatter: ({ value }) => told(Number(value)),
    },
    cursor: 'pointer',
  };
  return {
    grid: { left: 8, right: 84, top: 8, bottom: 8, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 13 },
      formatter: (at) => (Array.isArray(at) ? '' : `${at.name}: ${told(Number(at.value))}`),
    },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { lineStyle: { color: colours.line } } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLabel: { color: colours.text, width: 250, overflow: 'truncate', fontSize: 12 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    series: [series],
  };
}

export const heightOf = (bars: readonly Bar[]): number => 24 + Math.max(2, bars.length) * 28;
