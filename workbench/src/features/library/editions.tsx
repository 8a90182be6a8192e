import type { Edition } from '@interspace/server/contract/rulebook';
import { DayText, MomentText } from '../../ui/day-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import classes from './library.module.css';

const COLUMNS: readonly Column<Edition>[] = [
  { key: 'kind', header: 'Table', by: ({ kind }) => kind, cell: ({ kind }) => <strong>{kind}</strong> },
  { key: 'edition', header: 'Edition', by: ({ edition }) => edition, cell: ({ edition }) => edition },
  {
    key: 'rows',
    header: 'Rows',
    numeric: true,
    by: ({ rows }) => rows,
    cell: ({ rows }) => rows?.toLocaleString('en-US') ?? 'not counted',
  },
  {
    key: 'from',
    header: 'From',
    by: ({ from }) => from,
    cell: ({ from }) => (from ? <DayText day={from} /> : 'not stated'),
  },
  {
    key: 'through',
    header: 'Through',
    by: ({ through }) => through,
    cell: (edition) => <Through edition={edition} />,
  },
  {
    key: 'origin',
    header: 'Came',
    by: ({ imported, shipped }) => (shipped ? '' : imported),
    cell: ({ shipped, imported }) =>
      shipped ? (
        'with the program'
      ) : imported ? (
        <>
          imported <MomentText at={imported} />
        </>
      ) : (
        'imported'
      ),
  },
  {
    key: 'source',
    header: 'File',
    extra: true,
    cell: ({ source, hash }) =>
      source === undefined ? (
        '–'
      ) : (
        <span data-hint={hash === undefined ? source : `${source}, sha256 ${hash}`}>{source}</span>
      ),
  },
];

function Through({ edition: { through } }: { edition: Edition }) {
  if (through === undefined) return 'until the next';
  const over = Date.parse(`${through}T23:59:59Z`) < Date.now();
  return (
    <>
      <DayText day={through} />
      {over && <div className={classes['over']}>⚠ over: later dates of service are judged by it with a warning</div>}
    </>
  );
}

/** Every table that can judge, with the days for which it speaks. */
export function Editions({ rows }: { rows: readonly Edition[] }) {
  if (rows.length === 0)
    return (
      <EmptyState
        title="No table is loaded"
        text="Claims are judged by the policies alone then. Pair, unit and add-on edits begin with the first import."
      />
    );
  return (
    <ListTable
      label="Editions"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ kind, edition, shipped }) => `${kind} ${edition} ${shipped}`}
      sorted={[{ id: 'kind', desc: false }]}
    />
  );
}
