import { Anchor } from '@mantine/core';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { Money } from '../../ui/money.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import type { Causes } from './queries.ts';

type Cause = Causes['causes'][number];
type Group = Causes['payers'][number];

const figure = (value: number): string => value.toLocaleString('en-US');

/** The causes as figures; a name leads to its claims. */
export function CauseTable({ causes, onPick }: { causes: readonly Cause[]; onPick: (rule: string) => void }) {
  const columns: Column<Cause>[] = [
    {
      key: 'id',
      header: 'Rule',
      by: ({ id }) => id,
      cell: ({ id }) => (
        <Anchor component="button" type="button" inherit onClick={() => onPick(id)} ta="left">
          {id}
        </Anchor>
      ),
    },
    {
      key: 'severity',
      header: 'Severity',
      by: ({ severity }) => severity,
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    { key: 'what', header: 'Says', extra: true, cell: ({ what }) => what ?? '' },
    {
      key: 'claims',
      header: 'Claims',
      numeric: true,
      by: ({ claims }) => claims,
      cell: ({ claims }) => figure(claims),
    },
    {
      key: 'findings',
      header: 'Findings',
      numeric: true,
      by: ({ findings }) => findings,
      cell: ({ findings }) => figure(findings),
    },
    {
      key: 'charges',
      header: 'Charges',
      numeric: true,
      by: ({ charges }) => charges,
      cell: ({ charges }) => <Money cents={charges} />,
    },
  ];
  return (
    <ListTable
      label="Causes"
      columns={columns}
      rows={causes}
      rowKey={({ id }) => id}
      sorted={[{ id: 'charges', desc: true }]}
    />
  );
}

/** Payers or providers as figures. */
export function GroupTable({
  label,
  rows,
  onPick,
}: {
  label: string;
  rows: readonly Group[];
  onPick: (name: string) => void;
}) {
  const columns: Column<Group>[] = [
    {
      key: 'name',
      header: 'Name',
      by: ({ name }) => name,
      cell: ({ name }) => (
        <Anchor component="button" type="button" inherit onClick={() => onPick(name)} ta="left">
          {name}
        </Anchor>
      ),
    },
    {
      key: 'claims',
      header: 'Claims',
      numeric: true,
      by: ({ claims }) => claims,
      cell: ({ claims }) => figure(claims),
    },
    {
      key: 'blocks',
      header: 'To fix',
      numeric: true,
      by: ({ blocks }) => blocks,
      cell: ({ blocks }) => figure(blocks),
    },
    {
      key: 'charges',
      header: 'Charges',
      numeric: true,
      by: ({ charges }) => charges,
      cell: ({ charges }) => <Money cents={charges} />,
    },
    {
      key: 'risk',
      header: 'At risk',
      numeric: true,
      by: ({ atRisk }) => atRisk,
      cell: ({ atRisk }) => <Money cents={atRisk} />,
    },
  ];
  return (
    <ListTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      sorted={[{ id: 'risk', desc: true }]}
    />
  );
}
