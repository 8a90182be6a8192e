import { type Change, type Changes } from '../../app/search.ts';
import { IconFilterOff, IconFileInvoice } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import type { Batch, ClaimRow } from '@interspace/server/contract/batches';
import type { Query } from '../../app/api/client.ts';
import { useRows } from '../../app/api/use-rows.ts';
import { useCommands } from '../../app/commands.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { VirtualTable, type Sorting } from '../../ui/virtual-table.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { claimColumns, dearestFirst } from './claim-columns.tsx';
import { ClaimFilters } from './claim-filters.tsx';
import { ClaimPanel } from './claim-panel.tsx';
import classes from './claims.module.css';
import { FILTERS, filterOf, isFiltered, type ClaimAddress } from './filter.ts';
import { isMoving } from './use-batch-events.ts';

interface Props {
  readonly batch: Batch;
  readonly address: ClaimAddress;
  readonly change: Change<ClaimAddress>;
}

const CLEARED = Object.fromEntries(FILTERS.map((name) => [name, undefined])) as Changes<ClaimAddress>;

/** Filters, the table of all claims, and beside it the open one. */
export function ClaimsView({ batch, address, change }: Props) {
  const moving = isMoving(batch);
  const filter = useMemo(() => filterOf(address), [address]);
  const { total, error, rowAt, show } = useRows<ClaimRow>({
    key: ['batches', batch.id, 'claims', batch.state === 'done'],
    path: `/batches/${batch.id}/claims`,
    query: filter as Query,
    ...(moving ? { every: 2_000 } : { fresh: Infinity }),
  });
  const open = useCallback((row: ClaimRow, index: number) => change({ claim: row.number, at: index }), [change]);
  const sorting: Sorting | undefined = address.sort && { by: address.sort, order: address.order ?? 'asc' };
  const wide = useMediaQuery('(min-width: 80em)', true, { getInitialValueInEffect: false });
  const columns = claimColumns(address.claim !== undefined, wide);
  const step = (by: number): void => {
    const at = (address.at ?? -1) + by;
    const row = rowAt(at);
    if (row) change({ claim: row.number, at }, { replace: true });
  };
  useCommands([
    { id: 'claims/next', label: 'Next claim', group: 'Claims', keys: 'j', run: () => step(1) },
    { id: 'claims/previous', label: 'Previous claim', group: 'Claims', keys: 'k', run: () => step(-1) },
    {
      id: 'claims/dearest',
      label: 'Sort by money at risk',
      group: 'Claims',
      run: () => change({ sort: 'risk', order: 'desc' }),
    },
    { id: 'claims/clear', label: 'Show all claims again', group: 'Claims', run: () => change(CLEARED) },
  ]);
  const waits = moving && total === 0;
  return (
    <div className={classes['split']} data-open={address.claim !== undefined || undefined}>
      <div className={classes['list']}>
        <ClaimFilters batch={batch} address={address} change={change} total={waits ? undefined : total} />
        {error && <ProblemNote error={error} title="The claims could not be listed" />}
        {!error && total === undefined && <Waiting what="Looking for claims" />}
        {total === 0 && (
          <EmptyState
            icon={IconFileInvoice}
            title={waits ? 'The claims open when all of them are judged' : 'No claim like that'}
            text={
              waits
                ? 'Claims of one patient can say something about each other, so none is shown before the last. You may leave this page meanwhile.'
                : isFiltered(address)
                  ? 'No claim of this file fits all of the filters.'
                  : 'No claim was found in this file.'
            }
            action={
              isFiltered(address) && (
                <Button
                  variant="default"
                  leftSection={<IconFilterOff size={18} />}
                  onClick={() => change({ ...CLEARED, claim: undefined })}
                >
                  Show all claims
                </Button>
              )
            }
          />
        )}
        {total !== undefined && total > 0 && (
          <VirtualTable
            label={`Claims of ${batch.name}`}
            columns={columns}
            total={total}
            rowAt={rowAt}
            onRange={show}
            sorting={sorting}
            onSort={(wanted) => change({ ...dearestFirst(wanted, sorting), at: undefined })}
            onOpen={open}
            chosen={
              address.claim !== undefined && rowAt(address.at ?? -1)?.number === address.claim ? address.at : undefined
            }
            rowHeight={36}
          />
        )}
      </div>
      {address.claim !== undefined && (
        <ClaimPanel
          key={address.claim}
          batch={batch.id}
          number={address.claim}
          onClose={() => change({ claim: undefined, at: undefined })}
          onStep={step}
        />
      )}
    </div>
  );
}
