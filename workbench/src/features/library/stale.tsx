import { Button } from '@mantine/core';
import { useState } from 'react';
import { DayText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { Section } from '../../ui/section.tsx';
import type { LibraryView } from './queries.ts';

type Row = LibraryView['stale'][number];

const FIRST = 8;

const COLUMNS: readonly Column<Row>[] = [
  { key: 'what', header: 'What', by: ({ what }) => what, cell: ({ what }) => what },
  { key: 'why', header: 'Why', cell: ({ why }) => why },
  {
    key: 'due',
    header: 'Due',
    by: ({ due }) => due,
    cell: ({ due }) => (due === undefined ? 'now' : <DayText day={due} />),
  },
];

/** Rules and tables whose source should be read again. */
export function Stale({ rows }: { rows: readonly Row[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <Section
      title="To be read again"
      about={
        rows.length === 0
          ? 'Nothing: every rule was compared with its source recently enough.'
          : `${rows.length} ${rows.length === 1 ? 'rule or table' : 'rules and tables'} whose source is older than it should be.`
      }
    >
      {rows.length > 0 && (
        <ListTable
          label="To be read again"
          columns={COLUMNS}
          rows={shown}
          rowKey={({ what, why }) => `${what} ${why}`}
        />
      )}
      {!all && rows.length > FIRST && (
        <Button variant="default" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          Show all {rows.length}
        </Button>
      )}
    </Section>
  );
}
