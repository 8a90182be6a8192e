import { queryOptions } from '@tanstack/react-query';
import type { Batch, BatchCauses, ClaimQuery, ClaimView } from '@interspace/server/contract/batches';
import type { z } from 'zod';
import { api } from '../../app/api/client.ts';
import type { Page } from '../../app/api/page.ts';

export type Causes = z.infer<typeof BatchCauses>;
/** What the table asks for, without the cut. */
export type ClaimFilter = Omit<z.input<typeof ClaimQuery>, 'offset' | 'limit'>;

export const batches = () =>
  queryOptions({
    queryKey: ['batches'],
    queryFn: ({ signal }) => api.get<Page<Batch>>('/batches', { signal, query: { limit: 200 } }),
  });

export const batch = (id: string) =>
  queryOptions({
    queryKey: ['batches', id],
    queryFn: ({ signal }) => api.get<Batch>(`/batches/${id}`, { signal }),
  });

export const causes = (id: string, done: boolean) =>
  queryOptions({
    queryKey: ['batches', id, 'summary', done],
    queryFn: ({ signal }) => api.get<Causes>(`/batches/${id}/summary`, { signal }),
    enabled: done,
    staleTime: Infinity,
  });

export const claim = (id: string, number: number) =>
  queryOptions({
    queryKey: ['batches', id, 'claim', number],
    queryFn: ({ signal }) => api.get<ClaimView>(`/batches/${id}/claims/${number}`, { signal }),
    staleTime: Infinity,
  });
