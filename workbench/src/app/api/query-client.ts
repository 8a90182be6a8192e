import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/** What the server said is asked again only when it did not answer at all. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 1 && error instanceof ApiProblem && error.status === 0,
      },
      mutations: { retry: false },
    },
  });
}
