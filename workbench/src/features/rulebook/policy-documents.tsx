import type { PolicyView } from '@interspace/server/contract/rulebook';
import { DayText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';

type Document = PolicyView['documents'][number];

const COLUMNS: readonly Column<Document>[] = [
  {
    key: 'document',
    header: 'Document',
    by: ({ document }) => document,
    cell: ({ document }) => <strong>{document}</strong>,
  },
  {
    key: 'article',
    header: 'Article',
    by: ({ article }) => article,
    cell: ({ article }) => article ?? '–',
    extra: true,
  },
  {
    key: 'contractor',
    header: 'Contractor',
    by: ({ contractor }) => contractor,
    cell: ({ contractor }) => contractor ?? '–',
  },
  { key: 'states', header: 'States', cell: ({ states }) => <States states={states} /> },
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
    cell: ({ through }) => (through ? <DayText day={through} /> : 'still in force'),
  },
];

/** Many states would push everything else off the page. */
function States({ states }: { states: readonly string[] }) {
  if (states.length === 0) return 'all';
  if (states.length <= 12) return states.join(' ');
  return (
    <details>
      <summary>{states.length} states and areas</summary>
      {states.join(' ')}
    </details>
  );
}

/** The documents that adopt a policy: who issued them, where and when they apply. */
export function PolicyDocuments({ documents, chosen }: { documents: readonly Document[]; chosen: string | undefined }) {
  return (
    <ListTable
      label="Documents"
      columns={COLUMNS}
      rows={documents}
      rowKey={({ document, from, contractor, states }) =>
        `${document} ${from ?? ''} ${contractor ?? ''} ${states.join()}`
      }
      chosen={chosen}
    />
  );
}
