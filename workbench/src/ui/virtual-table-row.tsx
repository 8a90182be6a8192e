import { memo, type ReactNode } from 'react';
import classes from './virtual-table.module.css';

interface Column<Row> {
  readonly id: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'left' | 'right';
}

interface Props<Row> {
  readonly index: number;
  /** Undefined while it is on its way. */
  readonly row: Row | undefined;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly start: number;
  readonly size: number;
  readonly opens: boolean;
  readonly chosen: boolean;
  /** It is the stop of the Tab key. */
  readonly stop: boolean;
  readonly onFocus: (index: number) => void;
  readonly onPress: (index: number) => void;
}

function Row<Data>({ index, row, columns, template, start, size, opens, chosen, stop, onFocus, onPress }: Props<Data>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={opens ? chosen : undefined}
      data-index={index}
      data-opens={opens || undefined}
      tabIndex={stop ? 0 : -1}
      className={classes['row']}
      style={{ gridTemplateColumns: template, height: size, transform: `translateY(${start}px)` }}
      onFocus={() => onFocus(index)}
      onClick={() => onPress(index)}
    >
      {columns.map(({ id, align, cell }, place) => (
        <div key={id} role="gridcell" aria-colindex={place + 1} className={classes['cell']} data-align={align}>
          {row === undefined ? <span className={classes['coming']} /> : cell(row)}
        </div>
      ))}
    </div>
  );
}

/** One row of a long list. Drawn again only when something of it changed, not with every step of the wheel. */
export const VirtualRow = memo(Row) as typeof Row;
