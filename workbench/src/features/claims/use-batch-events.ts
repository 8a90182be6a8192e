import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Batch } from '@interspace/server/contract/batches';
import { address } from '../../app/api/client.ts';
import { batch as batchQuery, batches } from './queries.ts';

/** True as long as the server is still at work on it. */
export function isMoving({ state }: Pick<Batch, 'state'>): boolean {
  return state === 'receiving' || state === 'queued' || state === 'judging';
}

/** Keeps a batch that is being judged current: the server tells, nobody asks again and again. */
export function useBatchEvents(batch: Batch | undefined): void {
  const client = useQueryClient();
  const id = batch !== undefined && isMoving(batch) ? batch.id : undefined;
  useEffect(() => {
    if (id === undefined) return;
    const source = new EventSource(address(`/batches/${id}/events`));
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const told = JSON.parse(data) as Batch;
      client.setQueryData(batchQuery(id).queryKey, told);
      client.setQueryData(batches().queryKey, (old) =>
        old === undefined ? old : { ...old, items: old.items.map((one) => (one.id === id ? told : one)) },
      );
      if (isMoving(told)) return;
      source.close();
      void client.invalidateQueries({ queryKey: batches().queryKey, exact: true });
    });
    return () => source.close();
  }, [id, client]);
}
