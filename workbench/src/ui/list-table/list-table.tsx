import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';
import classes from './list-table.module.css';

/** One column of a short list. `by` is what it is sorted by; without it, it cannot be. */
export interface Column<T> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  readonly by?: (row: T) => string | number | undefined;
  readonly numeric?: boolean;
  /** Narrow screens do without it. */
  readonly extra?: boolean;
  readonly width?: string;
}

interface ListTableProps<T> {
  /** What the table holds, said to those who do not see it. */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly onPick?: ((row: T) => void) | undefined;
  readonly chosen?: string | undefined;
  readonly sorted?: SortingState;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const NOTHING: SortingState = [];

/** A list that fits on a page or two, sorted in the browser. Long ones are `VirtualTable`s. */
export function ListTable<T extends object>(props: ListTableProps<T>) {
  const { label, columns, rows, rowKey, onPick, chosen, sorted = NOTHING } = props;
  const [sorting, setSorting] = useState<SortingState>(sorted);
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowKey,
    state: { sorting },
    onSortingChange: setSorting,
  });
  const of = (key: string): Column<T> | undefined => columns.find((column) => column.key === key);
  return (
    <Table className={classes['table']} aria-label={label} highlightOnHover={onPick !== undefined} verticalSpacing={6}>
      <Table.Thead>
        {table.getHeaderGroups().map((group) => (
          <Table.Tr key={group.id}>
            {group.headers.map(({ id, column }) => (
              <Table.Th
                key={id}
                data-numeric={of(id)?.numeric}
                data-extra={of(id)?.extra}
                style={{ width: of(id)?.width }}
                aria-sort={said(column.getIsSorted())}
              >
                {column.getCanSort() ? (
                  <UnstyledButton className={classes['sort']} onClick={() => column.toggleSorting(undefined, false)}>
                    {of(id)?.header} <Arrow sorted={column.getIsSorted()} />
                  </UnstyledButton>
                ) : (
                  of(id)?.header
                )}
              </Table.Th>
            ))}
          </Table.Tr>
        ))}
      </Table.Thead>
      <Table.Tbody>
        {table.getRowModel().rows.map((row) => (
          <Table.Tr
            key={row.id}
            data-chosen={row.id === chosen || undefined}
            className={onPick ? classes['pickable'] : undefined}
            onClick={onPick ? (event) => isPlain(event.target) && onPick(row.original) : undefined}
          >
            {columns.map((column) => (
              <Table.Td key={column.key} data-numeric={column.numeric} data-extra={column.extra}>
                {column.cell(row.original)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The row is for the mouse; a link or button in it is for everybody, and acts alone. */
function isPlain(target: EventTarget): boolean {
  return !(target instanceof Element && target.closest('a, button, input, select, label'));
}

function definitionOf<T extends object>({ key, by, numeric }: Column<T>): ColumnDef<typeof features, T> {
  return {
    id: key,
    accessorFn: (row: T) => by?.(row),
    enableSorting: by !== undefined,
    sortUndefined: 'last',
    sortDescFirst: numeric === true,
    sortFn: (one, other, id) => compare(one.getValue(id), other.getValue(id)),
  };
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en', { numeric: true });
}

function said(sorted: false | 'asc' | 'desc'): 'none' | 'ascending' | 'descending' {
  if (sorted === false) return 'none';
  return sorted === 'asc' ? 'ascending' : 'descending';
}

function Arrow({ sorted }: { sorted: false | 'asc' | 'desc' }) {
  const Icon = sorted === false ? IconArrowsSort : sorted === 'asc' ? IconArrowUp : IconArrowDown;
  return <Icon size={14} stroke={1.8} className={classes[sorted === false ? 'idle' : 'arrow']} aria-hidden="true" />;
}
