import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { Box, Group, SegmentedControl, Skeleton, Text, useComputedColorScheme } from '@mantine/core';
import type { EChartsOption } from 'echarts';
import { chartColours, type ChartColours } from './colours.ts';

const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

interface ChartProps {
  readonly title: string;
  /** What the picture shows, in one sentence, for those who do not see it. */
  readonly says: string;
  readonly option: (colours: ChartColours) => EChartsOption;
  readonly height: number;
  /** The same numbers as a table: for keys, screen readers and copying. */
  readonly table: ReactNode;
  readonly onPick?: ((index: number) => void) | undefined;
}

/** A picture of numbers, and the numbers: one press changes between them. */
export function Chart({ title, says, option, height, table, onPick }: ChartProps) {
  const scheme = useComputedColorScheme('light');
  // The scheme is not an argument: the page wears it already, and the colours are read from the page.
  const drawn = useMemo(() => option(chartColours()), [option, scheme]);
  const [view, setView] = useState('chart');
  return (
    <Box component="figure" m={0}>
      <Group justify="space-between" align="center" mb="xs" wrap="nowrap">
        <Text component="figcaption" fw={600}>
          {title}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={`${title}: show as`}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: 'Chart' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </Group>
      {view === 'table' ? (
        table
      ) : (
        <div role="img" aria-label={`${title}. ${says}`}>
          <Suspense fallback={<Skeleton height={height} />}>
            <ChartCanvas option={drawn} height={height} onPick={onPick} />
          </Suspense>
        </div>
      )}
    </Box>
  );
}
