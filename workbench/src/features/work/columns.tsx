import type { WorkItem } from '@interspace/server/contract/patients';
import { Money } from '../../ui/money.tsx';
import type { VirtualColumn } from '../../ui/virtual-table.tsx';
import { dueInWords, kindOf } from './kinds.ts';
import { today } from './today.ts';
import classes from './work.module.css';

const PRIORITY = { high: '▲ High', normal: 'Normal', low: '▽ Low' } as const;
const none = <span aria-label="none">–</span>;

/** What one sees of an item in the list. */
const COLUMNS: readonly VirtualColumn<WorkItem>[] = [
  { id: 'kind', header: 'Kind', width: 8.25, cell: ({ kind }) => <KindSign kind={kind} /> },
  { id: 'priority', header: 'Priority', width: 5.75, cell: ({ priority }) => PRIORITY[priority] },
  {
    id: 'title',
    header: 'What',
    width: 17,
    grow: 6,
    // A hold is a headline with figures; what stops the claim is what one looks for in a list.
    cell: ({ kind, title, detail }) => (kind === 'hold' ? (detail ?? title) : title),
  },
  { id: 'patient', header: 'Patient', width: 10.5, grow: 1, cell: ({ patient }) => patient?.name ?? none },
  {
    id: 'amount',
    header: 'Amount',
    width: 7,
    align: 'right',
    cell: ({ amount }) => (amount === undefined ? none : <Money cents={amount} />),
  },
  { id: 'due', header: 'Due', width: 6.75, cell: ({ due }) => (due === undefined ? none : dueInWords(due, today())) },
  { id: 'assignee', header: 'Assigned to', width: 8, grow: 1, cell: ({ assignee }) => assignee?.name ?? 'nobody yet' },
  { id: 'state', header: 'State', width: 5.5, cell: ({ state }) => state },
];

const only = (...ids: readonly string[]) => COLUMNS.filter(({ id }) => ids.includes(id));
const BESIDE = only('kind', 'title', 'due');
const NARROW = only('kind', 'title', 'patient', 'due', 'assignee');

/** Columns by the room there is. */
export function workColumns(besideItem: boolean, wide: boolean): readonly VirtualColumn<WorkItem>[] {
  if (besideItem) return BESIDE;
  return wide ? COLUMNS : NARROW;
}

/** Kind as a picture and a word. */
export function KindSign({ kind }: { kind: WorkItem['kind'] }) {
  const { icon: Icon, one } = kindOf(kind);
  return (
    <span className={classes['kind']}>
      <Icon size={17} stroke={1.7} /> {one}
    </span>
  );
}
