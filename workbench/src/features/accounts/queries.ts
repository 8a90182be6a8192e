import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Account, Client as ClientSchema } from '@interspace/server/contract/session';
import { api } from '../../app/api/client.ts';
import type { Page } from '../../app/api/page.ts';

export type Client = z.infer<typeof ClientSchema>;

export const accounts = () =>
  queryOptions({
    queryKey: ['accounts'],
    queryFn: async ({ signal }) => itemsOf(await api.get<Page<Account> | readonly Account[]>('/accounts', { signal })),
  });

export const clients = () =>
  queryOptions({
    queryKey: ['clients'],
    queryFn: async ({ signal }) => itemsOf(await api.get<Page<Client> | readonly Client[]>('/clients', { signal })),
  });

function itemsOf<T>(answer: Page<T> | readonly T[]): readonly T[] {
  return 'items' in answer ? answer.items : answer;
}
