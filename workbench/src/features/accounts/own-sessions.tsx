import { Button, Group, Stack, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OwnSession } from '@interspace/server/contract/session';
import { api } from '../../app/api/client.ts';
import { MomentText } from '../../ui/day-text.tsx';
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
  return (
    <Stack gap="sm" align="flex-start">
      {problem && <ProblemNote error={problem} title="The list of sessions is not up to date" />}
      <Stack component="ul" gap="xs" m={0} p={0}>
        {sessions.map(({ id, here, agent = 'Unknown program', opened, seen }) => (
          <Group component="li" key={id} gap="md">
            <Text>
              {agent}, since <MomentText at={opened} />, last seen <MomentText at={seen} />
              {here && ' (this one)'}
            </Text>
            {!here && (
              <Button
                variant="default"
                size="xs"
                onClick={() => end.mutate(id)}
                aria-label={`End the session of ${agent}`}
              >
                End it
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {sessions.length > 1 && (
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate(undefined)}>
          End all but this one
        </Button>
      )}
    </Stack>
  );
}
