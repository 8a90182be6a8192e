import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  EditRow as EditRowSchema,
  LawDiff as LawDiffSchema,
  PolicyRow,
  PolicyView,
  Touched as TouchedSchema,
} from '@interspace/server/contract/rulebook';
import { api } from '../../app/api/client.ts';
import type { Page } from '../../app/api/page.ts';

export type EditRow = z.infer<typeof EditRowSchema>;
export type LawDiff = z.infer<typeof LawDiffSchema>;
export type Touched = z.infer<typeof TouchedSchema>;

export interface PolicyFilter {
  readonly search?: string | undefined;
  readonly code?: string | undefined;
  readonly contractor?: string | undefined;
  readonly state?: string | undefined;
  readonly on?: string | undefined;
}

/** The law changes only with an import or a new version. */
const KEPT = { staleTime: 300_000, placeholderData: <T>(before: T) => before };

export const policies = (filter: PolicyFilter) =>
  queryOptions({
    queryKey: ['policies', filter],
    queryFn: ({ signal }) => api.get<Page<PolicyRow>>('/policies', { signal, query: { ...filter, limit: 500 } }),
    ...KEPT,
  });

export const policy = (id: string, on: string | undefined, document: string | undefined) =>
  queryOptions({
    queryKey: ['policies', 'one', id, on, document],
    queryFn: ({ signal }) => api.get<PolicyView>(`/policies/${id}`, { signal, query: { on, document } }),
    staleTime: 300_000,
  });

export const edits = (code: string | undefined, search: string | undefined) =>
  queryOptions({
    queryKey: ['edits', code, search],
    queryFn: ({ signal }) => api.get<Page<EditRow>>('/edits', { signal, query: { code, search, limit: 500 } }),
    ...KEPT,
  });

export const diff = (from: string, to: string, one: string | undefined) =>
  queryOptions({
    queryKey: ['library', 'diff', from, to, one],
    queryFn: ({ signal }) => api.get<LawDiff>('/library/diff', { signal, query: { from, to, policy: one } }),
    staleTime: 300_000,
    enabled: from !== '' && to !== '',
  });

export const touched = (from: string, to: string, change: string) =>
  queryOptions({
    queryKey: ['library', 'touched', from, to, change],
    queryFn: ({ signal }) => api.get<Touched>('/library/touched', { signal, query: { from, to, change } }),
    staleTime: 60_000,
  });
