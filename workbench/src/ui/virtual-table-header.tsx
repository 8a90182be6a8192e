import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import classes from './virtual-table.module.css';

type Order = 'asc' | 'desc';

interface Column {
  readonly id: string;
  readonly header: string;
  readonly align?: 'left' | 'right';
  readonly sortable?: boolean;
}

interface Props {
  readonly columns: readonly Column[];
  readonly template: string;
  /** Column that the rows are sorted by, and which way. */
  readonly by: string | undefined;
  readonly order: Order | undefined;
  readonly onSort: ((sorting: { by: string; order: Order }) => void) | undefined;
}

/** Names of the columns; one that sorts, pressed, sorts by it, and pressed again the other way. */
export const HeaderRow = memo(function HeaderRow({ columns, template, by, order, onSort }: Props) {
  return (
    <div role="row" aria-rowindex={1} className={classes['row']} style={{ gridTemplateColumns: template }}>
      {columns.map(({ id, header, align, sortable }, index) => {
        const sorted = by === id ? order : undefined;
        const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp;
        return (
          <div
            key={id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}
            className={classes['cell']}
            data-align={align}
          >
            {sortable && onSort ? (
              <UnstyledButton
                className={classes['sort']}
                data-active={sorted !== undefined || undefined}
                onClick={() => onSort({ by: id, order: sorted === 'asc' ? 'desc' : 'asc' })}
              >
                {header}
                <Arrow size={15} aria-hidden />
              </UnstyledButton>
            ) : (
              header
            )}
          </div>
        );
      })}
    </div>
  );
});
