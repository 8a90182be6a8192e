import type { ClaimRow } from '@interspace/server/contract/batches';
import { ShortDay } from '../../ui/day-text.tsx';
import { Money } from '../../ui/money.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import type { Sorting, VirtualColumn } from '../../ui/virtual-table.tsx';
import type { ClaimAddress } from './filter.ts';

type Column = VirtualColumn<ClaimRow>;

const unknown = <span aria-label="not stated">–</span>;

/** Sorted by it, the claims stand as in the file. */
const CLAIM: Column = { id: 'position', header: 'Claim', width: 7.5, sortable: true, cell: ({ id }) => id };
const WORST: Column = {
  id: 'severity',
  header: 'Worst',
  width: 7.25,
  cell: ({ severity }) => <SeverityBadge severity={severity} />,
};
const SERVICE: Column = {
  id: 'date',
  header: 'Service',
  width: 7.25,
  sortable: true,
  cell: ({ date }) => (date === undefined ? unknown : <ShortDay day={date} />),
};
const CODES: Column = { id: 'codes', header: 'Codes', width: 8.5, grow: 1, cell: ({ codes }) => codes.join(' ') };
const RISK: Column = {
  id: 'risk',
  header: 'At risk',
  width: 7.25,
  align: 'right',
  sortable: true,
  // What stands out is what is at risk.
  cell: ({ atRisk }) => (atRisk === 0 ? <span aria-label="nothing">–</span> : <Money cents={atRisk} />),
};
const CHARGE: Column = {
  id: 'charge',
  header: 'Charge',
  width: 7.5,
  align: 'right',
  sortable: true,
  cell: ({ charge }) => <Money cents={charge} />,
};
const FIRST: Column = {
  id: 'findings',
  header: 'Findings',
  width: 12,
  grow: 4,
  sortable: true,
  cell: ({ first, findings }) =>
    first === undefined ? (
      ''
    ) : (
      <>
        {findings > 1 && <strong>{findings}: </strong>}
        {first}
      </>
    ),
};
const PAYER: Column = { id: 'payer', header: 'Payer', width: 7, grow: 1.5, cell: ({ payer }) => payer ?? unknown };
const PROVIDER: Column = {
  id: 'provider',
  header: 'Provider',
  width: 7.75,
  cell: ({ provider }) => provider ?? unknown,
};

const ALL = [CLAIM, WORST, SERVICE, CODES, RISK, FIRST, CHARGE, PAYER, PROVIDER];
const NARROW = [CLAIM, WORST, SERVICE, CODES, RISK, FIRST];
const BESIDE = [CLAIM, WORST, RISK, FIRST];

/** What one sees of a claim in the list, by the room there is. Names are those that the server sorts by. */
export function claimColumns(besideClaim: boolean, wide: boolean): readonly Column[] {
  if (besideClaim) return BESIDE;
  return wide ? ALL : NARROW;
}

const DEAREST: ReadonlySet<string> = new Set(['risk', 'charge', 'findings']);

/** Money and findings are looked for from the top down: the first press on their column sorts so. */
export function dearestFirst(
  { by, order }: Sorting,
  before: Sorting | undefined,
): Pick<ClaimAddress, 'sort' | 'order'> {
  const sort = by as NonNullable<ClaimAddress['sort']>;
  return { sort, order: before?.by !== by && DEAREST.has(by) ? 'desc' : order };
}
