import { Tooltip } from '@mantine/core';
import type { ClaimRow } from '@interspace/server/contract/batches';
import { Money } from '../../ui/money.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import type { VirtualColumn } from '../../ui/virtual-table.tsx';

const unknown = <span aria-label="not stated">–</span>;

/** What one sees of a claim in the list. Names are those that the server sorts by. */
export const CLAIM_COLUMNS: readonly VirtualColumn<ClaimRow>[] = [
  {
    id: 'position',
    header: 'No.',
    width: 5,
    align: 'right',
    sortable: true,
    cell: ({ number }) => number.toLocaleString('en-US'),
  },
  { id: 'id', header: 'Claim', width: 8, cell: ({ id }) => id },
  { id: 'severity', header: 'Worst', width: 7, cell: ({ severity }) => <SeverityBadge severity={severity} /> },
  { id: 'date', header: 'Service', width: 7, sortable: true, cell: ({ date }) => date ?? unknown },
  { id: 'codes', header: 'Codes', width: 8, grow: 1, cell: ({ codes }) => codes.join(' ') },
  { id: 'payer', header: 'Payer', width: 8, grow: 1, cell: ({ payer }) => payer ?? unknown },
  { id: 'provider', header: 'Provider', width: 7, grow: 1, cell: ({ provider }) => provider ?? unknown },
  {
    id: 'charge',
    header: 'Charge',
    width: 7,
    align: 'right',
    sortable: true,
    cell: ({ charge }) => <Money cents={charge} />,
  },
  {
    id: 'risk',
    header: 'At risk',
    width: 7,
    align: 'right',
    sortable: true,
    cell: ({ atRisk }) => <Money cents={atRisk} />,
  },
  { id: 'findings', header: 'Findings', width: 6.5, align: 'right', sortable: true, cell: ({ findings }) => findings },
  {
    id: 'first',
    header: 'First finding',
    width: 14,
    grow: 3,
    cell: ({ first }) =>
      first === undefined ? (
        ''
      ) : (
        <Tooltip label={first} openDelay={600}>
          <span>{first}</span>
        </Tooltip>
      ),
  },
];
