import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSteady } from '../app/use-steady.ts';
import { HeaderRow } from './virtual-table-header.tsx';
import { VirtualRow } from './virtual-table-row.tsx';
import classes from './virtual-table.module.css';

export interface VirtualColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Least width in rem; `grow` shares what is left. */
  readonly width: number;
  readonly grow?: number;
  readonly align?: 'left' | 'right';
  readonly sortable?: boolean;
}

export interface Sorting {
  readonly by: string;
  readonly order: 'asc' | 'desc';
}

interface Props<Row> {
  /** Says what the table holds, to those who cannot see it. */
  readonly label: string;
  /** The same list as long as its columns are the same: rows that did not change are not drawn again. */
  readonly columns: readonly VirtualColumn<Row>[];
  /** All rows there are, loaded or not. */
  readonly total: number;
  /** Row of a position; undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** The rows on the screen, so that a long list can ask the server for them. */
  readonly onRange?: (first: number, last: number) => void;
  readonly sorting?: Sorting | undefined;
  readonly onSort?: (sorting: Sorting) => void;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row, index: number) => void;
  readonly chosen?: number | undefined;
  readonly height?: string;
  readonly rowHeight?: number;
}

/** A table of any length: only the rows on the screen are drawn, and arrows, Page, Home and End walk through all of them. */
export function VirtualTable<Row extends object>(props: Props<Row>) {
  const {
    label,
    columns,
    total,
    rowAt,
    onRange,
    sorting,
    onSort,
    onOpen,
    chosen,
    height = '100%',
    rowHeight = 40,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const takeFocus = useRef(false);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // What is drawn a moment after the list moved does not hold it up: the rows around are there already.
    useFlushSync: false,
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  useEffect(() => setActive((old) => Math.min(old, Math.max(0, total - 1))), [total]);

  const template = columns
    .map(({ width, grow }) => (grow ? `minmax(${width}rem, ${grow}fr)` : `${width}rem`))
    .join(' ');
  const least = `${columns.reduce((sum, { width }) => sum + width, 0)}rem`;

  useEffect(() => {
    if (!takeFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    // A row far away is drawn only when the list has been scrolled there.
    if (!row) return;
    takeFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const walk = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.role !== 'row') return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -total,
      End: total,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(active + step, 0), total - 1);
      takeFocus.current = true;
      setActive(next);
      rows.scrollToIndex(next);
    } else if (event.key === 'Enter') {
      const row = rowAt(active);
      if (row) onOpen?.(row, active);
    }
  };

  const sort = useSteady((wanted: Sorting) => onSort?.(wanted));
  const press = useSteady((index: number) => {
    setActive(index);
    const row = rowAt(index);
    if (row) onOpen?.(row, index);
  });

  return (
    // The keys reach it from the row that has the focus.
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      className={classes['table']}
      style={{ height }}
      ref={scroller}
      onKeyDown={walk}
    >
      <div role="rowgroup" className={classes['head']} style={{ minWidth: least }}>
        <HeaderRow
          columns={columns}
          template={template}
          by={sorting?.by}
          order={sorting?.order}
          onSort={onSort ? sort : undefined}
        />
      </div>
      <div role="rowgroup" className={classes['body']} style={{ height: rows.getTotalSize(), minWidth: least }}>
        {items.map(({ index, key, start, size }, position) => (
          <VirtualRow
            key={key}
            index={index}
            row={rowAt(index)}
            columns={columns}
            template={template}
            start={start}
            size={size}
            opens={onOpen !== undefined}
            chosen={chosen === index}
            stop={index === active || (position === 0 && (active < first || active > last))}
            onFocus={setActive}
            onPress={press}
          />
        ))}
      </div>
    </div>
  );
}
