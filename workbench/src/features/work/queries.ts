import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Colleague, WorkChange, WorkItem, WorkPage } from '@interspace/server/contract/patients';
import { api } from '../../app/api/client.ts';

export type Change = z.input<typeof WorkChange>;

export const item = (id: string) =>
  queryOptions({
    queryKey: ['work', 'item', id],
    queryFn: ({ signal }) => api.get<WorkItem>(`/work-items/${id}`, { signal }),
  });

export const counts = () =>
  queryOptions({
    queryKey: ['work', 'counts'],
    queryFn: async ({ signal }) => (await api.get<WorkPage>('/work-items', { signal, query: { limit: 1 } })).counts,
  });

export const colleagues = () =>
  queryOptions({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => api.get<readonly Colleague[]>('/colleagues', { signal }),
    staleTime: 300_000,
  });

/** Changes an item; lists, counts and the item itself follow. */
export function useChange(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => api.patch<WorkItem>(`/work-items/${id}`, change, { once: crypto.randomUUID() }),
    onSuccess: (changed) => {
      client.setQueryData(item(id).queryKey, changed);
      void client.invalidateQueries({ queryKey: ['work', 'list'] });
      void client.invalidateQueries({ queryKey: counts().queryKey });
    },
  });
}
