import { useEffect, useRef } from 'react';
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { EChartsOption } from 'echarts';

use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  CanvasRenderer,
]);

interface ChartCanvasProps {
  readonly option: EChartsOption;
  readonly height: number;
  /** Place of what was clicked among the data of the first series. */
  readonly onPick?: ((index: number) => void) | undefined;
}

/** The drawing itself; loaded only when a chart is shown. Screen readers and keys use the table beside it. */
export default function ChartCanvas({ option, height, onPick }: ChartCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current, undefined, { renderer: 'canvas' });
    chart.current = drawn;
    drawn.on('click', ({ dataIndex }) => pick.current?.(dataIndex));
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = undefined;
    };
  }, []);

  useEffect(() => {
    const fontFamily = getComputedStyle(document.body).fontFamily;
    chart.current?.setOption({ animation: false, textStyle: { fontFamily }, ...option }, { notMerge: true });
  }, [option]);

  return <div ref={place} style={{ height, width: '100%' }} aria-hidden="true" />;
}
