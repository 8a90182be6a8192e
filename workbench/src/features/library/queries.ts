import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ImportAnswer as ImportAnswerSchema,
  LibraryView as LibraryViewSchema,
} from '@interspace/server/contract/rulebook';
import { api } from '../../app/api/client.ts';

export type LibraryView = z.infer<typeof LibraryViewSchema>;
export type ImportAnswer = z.infer<typeof ImportAnswerSchema>;

export const library = () =>
  queryOptions({
    queryKey: ['library'],
    queryFn: ({ signal }) => api.get<LibraryView>('/library', { signal }),
  });
