/** What a chart is drawn with: the colours of the page, so that light and dark look like the rest of it. */
export interface ChartColours {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly ground: string;
  readonly accent: string;
  readonly block: string;
  readonly warn: string;
  readonly note: string;
  readonly good: string;
  /** For series that mean nothing but "another one". */
  readonly series: readonly string[];
}

/** Reads them from the page as it is now; a canvas knows no CSS variables. */
export function chartColours(): ChartColours {
  const styles = getComputedStyle(document.documentElement);
  const of = (name: string): string => styles.getPropertyValue(name).trim() || '#5b6770';
  const accent = of('--is-accent');
  const warn = of('--is-warn');
  const unknown = of('--is-unknown');
  const good = of('--is-met');
  const idle = of('--is-idle');
  return {
    text: of('--mantine-color-text'),
    quiet: of('--mantine-color-dimmed'),
    line: of('--is-border'),
    ground: of('--is-raised'),
    accent,
    block: of('--is-not-met'),
    warn,
    note: idle,
    good,
    series: [accent, warn, unknown, good, of('--is-not-met'), idle],
  };
}
