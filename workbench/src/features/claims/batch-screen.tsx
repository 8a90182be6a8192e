import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../app/api/client.ts';
import { useAddress } from '../../app/search.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { BatchFigures } from './batch-figures.tsx';
import { BatchProgress } from './batch-progress.tsx';
import classes from './claims.module.css';
import { CausesView } from './causes.tsx';
import { ClaimsView } from './claims-view.tsx';
import { ExportMenu } from './export-menu.tsx';
import type { ClaimAddress } from './filter.ts';
import { batch as batchQuery } from './queries.ts';
import { isMoving } from './use-batch-events.ts';

/** One claim file: its claims, why they stop, what it costs. */
export function Screen() {
  const { batch: id } = useParams({ strict: false }) as { batch: string };
  const client = useQueryClient();
  const [address, change] = useAddress<ClaimAddress>();
  const { data: batch, error } = useQuery(batchQuery(id));
  const stop = useMutation({
    mutationFn: () => api.delete(`/batches/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['batches'] }),
  });
  if (error) return <ProblemNote error={error} title="This file cannot be shown" />;
  if (batch === undefined) return <Waiting what="Opening the file" />;
  const moving = isMoving(batch);
  return (
    <div className={classes['screen']}>
      <PageHeader
        title={batch.name}
        about={
          <Link to="/claims" className={classes['back']}>
            <IconArrowLeft size={15} aria-hidden="true" /> All files
          </Link>
        }
        actions={
          <>
            <SegmentedControl
              aria-label="Show"
              value={address.view ?? 'claims'}
              onChange={(view) => change({ view: view === 'causes' ? 'causes' : undefined, claim: undefined })}
              data={[
                { value: 'claims', label: 'Claims' },
                { value: 'causes', label: 'Causes and dollars' },
              ]}
            />
            {moving ? (
              <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
                Stop judging
              </Button>
            ) : (
              <ExportMenu batch={batch} />
            )}
          </>
        }
      />
      <div className={classes['strip']}>
        {moving && <BatchProgress batch={batch} />}
        {batch.state === 'failed' && (
          <ProblemNote
            title="This file could not be judged to its end"
            error={new Error(batch.problem ?? 'The server did not say why; its log does.')}
          />
        )}
        <BatchFigures batch={batch} />
      </div>
      {address.view === 'causes' ? (
        <CausesView batch={batch} />
      ) : (
        <ClaimsView batch={batch} address={address} change={change} />
      )}
    </div>
  );
}
