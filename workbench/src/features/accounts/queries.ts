import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Account, Client as ClientSchema } from '@interspace/server/contract/session';
import { api } from '../../app/api/client.ts';

export type Client = z.infer<typeof ClientSchema>;

export const accounts = () =>
  queryOptions({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => api.get<readonly Account[]>('/accounts', { signal }),
  });

export const clients = () =>
  queryOptions({
    queryKey: ['clients'],
    queryFn: ({ signal }) => api.get<readonly Client[]>('/clients', { signal }),
  });
