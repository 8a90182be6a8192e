import type { FocusEvent, KeyboardEvent } from 'react';

/** Arrows walk over the spots of a drawing, the blank key and Enter tick; the drawing is one stop of the Tab key. */
export function useGridKeys() {
  const spots = (root: Element) => [...root.querySelectorAll<SVGGElement>('[data-spot]')];
  const place = (spot: Element) => (spot.getAttribute('data-spot') ?? '0 0').split(' ').map(Number) as [number, number];
  return {
    onKeyDown(event: KeyboardEvent<SVGSVGElement>) {
      const here = (event.target as Element).closest('[data-spot]');
      if (!here) return;
      if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault();
        here.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        return;
      }
      const [row, column] = place(here);
      const all = spots(event.currentTarget);
      const find = (wanted: (row: number, column: number) => boolean, last = false) => {
        const found = all.filter((spot) => wanted(...place(spot)));
        return last ? found.at(-1) : found[0];
      };
      const next: Record<string, () => Element | undefined> = {
        ArrowDown: () => find((r, c) => r > row && c === column),
        ArrowUp: () => find((r, c) => r < row && c === column, true),
        ArrowRight: () => find((r, c) => r === row && c > column),
        ArrowLeft: () => find((r, c) => r === row && c < column, true),
        Home: () => all[0],
        End: () => all.at(-1),
      };
      const target = next[event.key]?.();
      if (event.key in next) event.preventDefault();
      (target as SVGGElement | undefined)?.focus();
    },
    onFocus(event: FocusEvent<SVGSVGElement>) {
      const here = (event.target as Element).closest('[data-spot]');
      if (!here) return;
      for (const spot of spots(event.currentTarget)) spot.setAttribute('tabindex', spot === here ? '0' : '-1');
    },
  };
}
