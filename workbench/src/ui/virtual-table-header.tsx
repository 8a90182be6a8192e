import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './virtual-table.module.css';

interface Props {
  readonly column: { readonly id: string; readonly header: string; readonly sortable?: boolean };
  readonly sorting: { readonly by: string; readonly order: 'asc' | 'desc' } | undefined;
  readonly onSort: ((sorting: { by: string; order: 'asc' | 'desc' }) => void) | undefined;
}

/** Name of a column; pressed, it sorts by it, and pressed again the other way. */
export function HeaderCell({ column: { id, header, sortable }, sorting, onSort }: Props) {
  if (!sortable || !onSort) return <>{header}</>;
  const order = sorting?.by === id ? sorting.order : undefined;
  const Arrow = order === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    <UnstyledButton
      className={classes['sort']}
      data-active={order !== undefined || undefined}
      onClick={() => onSort({ by: id, order: order === 'asc' ? 'desc' : 'asc' })}
    >
      {header}
      <Arrow size={15} aria-hidden />
    </UnstyledButton>
  );
}
