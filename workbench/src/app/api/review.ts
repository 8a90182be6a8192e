import { useQuery } from '@tanstack/react-query';
import type { Finding } from '@interspace/core/model/finding';
import type { Context, ReviewInputDocument, StatedClaim } from '@interspace/core/model/review-input';
import type { Answer, ReviewAnswer, ReviewRequest, Way } from '@interspace/server/contract/review-verbs';
import type { FactWord, Vocabulary } from '@interspace/server/contract/vocabulary';
import { api } from './client.ts';

export type { Answer, ReviewAnswer, ReviewRequest, Way };
export type AnswerValue = Answer['value'];

/** The words of the library: they change only when it does. */
export function useVocabulary(): { words: Vocabulary | undefined; factOf: (name: string) => FactWord | undefined } {
  const { data } = useQuery({
    queryKey: ['vocabulary'],
    queryFn: ({ signal }) => api.get<Vocabulary>('/vocabulary', { signal }),
    staleTime: Infinity,
  });
  return { words: data, factOf: (name) => data?.facts.find((fact) => fact.name === name) };
}

/** True when there is something to judge. */
export function hasContent({
  note,
  documents = [],
  procedures = [],
  claim,
  planned = [],
}: ReviewInputDocument): boolean {
  const text = (note ?? '') + documents.map((document) => document.text).join('');
  return text.trim() !== '' || procedures.length > 0 || claim !== undefined || planned.length > 0;
}

/** The Review of a request; the one before stays on the screen until the next is there. */
export function useReview(request: ReviewRequest, enabled: boolean) {
  return useQuery({
    queryKey: ['review', request],
    queryFn: ({ signal }) => api.post<ReviewAnswer>('/review', request, { signal }),
    enabled: enabled && hasContent(request.input),
    placeholderData: (before) => before,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

/** The edits of lines as they stand on the screen. */
export function useCheckedClaim(claim: StatedClaim | undefined, context: Context) {
  return useQuery({
    queryKey: ['check-claim', claim, context],
    queryFn: ({ signal }) => api.post<{ findings: Finding[] }>('/check-claim', { claim, context }, { signal }),
    enabled: claim !== undefined,
    placeholderData: (before) => before,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

/** What is missing for the lines that do not meet their document; asked only when somebody wants to know. */
export function useWays(request: ReviewRequest, enabled: boolean) {
  return useQuery({
    queryKey: ['what-would-pass', request],
    queryFn: ({ signal }) => api.post<{ ways: Way[] }>('/what-would-pass', request, { signal }),
    enabled,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}
