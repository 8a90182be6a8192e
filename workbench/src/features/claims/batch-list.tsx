import { Anchor, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Batch } from '@interspace/server/contract/batches';
import { MomentText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { wholeDollars } from '../../ui/money.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { isMoving } from './use-batch-events.ts';

const figure = (value: number): string => value.toLocaleString('en-US');
const open = (batch: string) => ({ to: '/claims/$batch', params: { batch } }) as const;

const COLUMNS: readonly Column<Batch>[] = [
  {
    key: 'name',
    header: 'File',
    by: ({ name }) => name,
    cell: ({ id, name }) => (
      <Anchor component={Link} {...(open(id) as object)} inherit fw={600} style={{ whiteSpace: 'nowrap' }}>
        {name}
      </Anchor>
    ),
  },
  {
    key: 'created',
    header: 'Received',
    by: ({ created }) => created,
    cell: ({ created }) => <MomentText at={created} />,
  },
  { key: 'state', header: 'State', width: '11rem', cell: (batch) => <State batch={batch} /> },
  { key: 'claims', header: 'Claims', numeric: true, by: ({ claims }) => claims, cell: ({ claims }) => figure(claims) },
  { key: 'blocks', header: 'To fix', numeric: true, by: ({ blocks }) => blocks, cell: ({ blocks }) => figure(blocks) },
  {
    key: 'warnings',
    header: 'To look at',
    numeric: true,
    extra: true,
    by: ({ warnings }) => warnings,
    cell: ({ warnings }) => figure(warnings),
  },
  {
    key: 'charges',
    header: 'Charges',
    numeric: true,
    extra: true,
    by: ({ charges }) => charges,
    cell: ({ charges }) => wholeDollars(charges),
  },
  {
    key: 'risk',
    header: 'At risk',
    numeric: true,
    by: ({ moneyAtRisk }) => moneyAtRisk,
    cell: ({ moneyAtRisk }) => wholeDollars(moneyAtRisk),
  },
];

/** Claim files, newest first. */
export function BatchList({ items }: { items: readonly Batch[] }) {
  const navigate = useNavigate();
  return (
    <ListTable
      label="Claim files"
      columns={COLUMNS}
      rows={items}
      rowKey={({ id }) => id}
      onPick={({ id }) => void navigate(open(id) as never)}
    />
  );
}

const WORDS: Readonly<Record<Batch['state'], string>> = {
  receiving: 'Receiving',
  queued: 'Waiting for its turn',
  judging: 'Judging',
  done: 'Done',
  failed: 'Could not be judged',
  cancelled: 'Cancelled',
};

function State({ batch }: { batch: Batch }) {
  if (isMoving(batch)) return <BatchProgress batch={batch} small />;
  if (batch.state === 'failed')
    return (
      <Text size="sm" c="var(--is-not-met)">
        {WORDS.failed}: {batch.problem ?? 'the file says why when it is opened'}
      </Text>
    );
  return <>{WORDS[batch.state]}</>;
}
