import { Button, Stack } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OwnSession } from '@interspace/server/contract/session';
import { api } from '../../app/api/client.ts';
import { MomentText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

const ownSessions = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: ({ signal }) => api.get<readonly OwnSession[]>('/account/sessions', { signal }),
});

/** Where one is signed in; what one does not know can be ended. */
export function OwnSessions() {
  const client = useQueryClient();
  const { data: sessions = [], error } = useQuery(ownSessions);
  const end = useMutation({
    mutationFn: (id: string | undefined) => api.delete(`/account/sessions${id === undefined ? '' : `/${id}`}`),
    onSettled: () => client.invalidateQueries(ownSessions),
  });
  const problem = error ?? end.error;
  const columns = useMemo<readonly Column<OwnSession>[]>(
    () => [
      {
        key: 'agent',
        header: 'With',
        by: ({ agent }) => agent ?? '',
        cell: ({ agent, here }) => (
          <>
            {agent ?? 'unknown program'} {here && <strong>(this one)</strong>}
          </>
        ),
      },
      { key: 'opened', header: 'Since', by: ({ opened }) => opened, cell: ({ opened }) => <MomentText at={opened} /> },
      { key: 'seen', header: 'Last seen', by: ({ seen }) => seen, cell: ({ seen }) => <MomentText at={seen} /> },
      {
        key: 'end',
        header: 'End',
        cell: ({ id, here, agent }) =>
          !here && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => end.mutate(id)}
              aria-label={`End it: ${agent ?? 'unknown program'}`}
            >
              End it
            </Button>
          ),
      },
    ],
    [end.mutate],
  );
  return (
    <Stack gap="sm" align="flex-start">
      {problem && <ProblemNote error={problem} title="The list of sessions is not up to date" />}
      {sessions.length > 0 && <ListTable label="Sessions" columns={columns} rows={sessions} rowKey={({ id }) => id} />}
      {sessions.length > 1 && (
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate(undefined)}>
          End all but this one
        </Button>
      )}
    </Stack>
  );
}
