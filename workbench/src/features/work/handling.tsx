import { Button, Group, Select } from '@mantine/core';
import { IconCheck, IconHandGrab, IconHourglass, IconRotate } from '@tabler/icons-react';
import type { Colleague, WorkItem } from '@interspace/server/contract/patients';
import { useCommands } from '../../app/commands.tsx';
import { useSession } from '../../app/session.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useChange } from './queries.ts';

/** Who has it, and how far it is. */
export function Handling({ item, people }: { item: WorkItem; people: readonly Colleague[] }) {
  const { user } = useSession();
  const change = useChange(item.id);
  const mine = item.assignee?.id === user?.id;
  const done = item.state === 'resolved';
  const others = people.length > 0 ? people : user ? [{ id: user.id, name: user.name }] : [];
  const known = item.assignee && !others.some(({ id }) => id === item.assignee?.id) ? [item.assignee] : [];
  useCommands([
    ...(mine || done || !user
      ? []
      : [
          {
            id: 'work/take',
            label: 'Take the item',
            group: 'Work queue',
            keys: 't',
            run: () => change.mutate({ assignee: user.id }),
          },
        ]),
    ...(done
      ? []
      : [
          {
            id: 'work/resolve',
            label: 'Resolve the item',
            group: 'Work queue',
            keys: 'e',
            run: () => change.mutate({ state: 'resolved' }),
          },
        ]),
  ]);
  return (
    <div className="is-screen-only">
      <Group gap="xs" align="flex-end">
        <Select
          label="Assigned to"
          placeholder="Nobody yet"
          w={220}
          searchable
          clearable
          data={[...known, ...others].map(({ id, name }) => ({
            value: id,
            label: id === user?.id ? `${name} (me)` : name,
          }))}
          value={item.assignee?.id ?? null}
          onChange={(assignee) => change.mutate({ assignee })}
        />
        {!mine && user && !done && (
          <Button
            variant="default"
            leftSection={<IconHandGrab size={17} />}
            onClick={() => change.mutate({ assignee: user.id })}
          >
            Take it
          </Button>
        )}
      </Group>
      <Group gap="xs" mt="sm">
        {done ? (
          <Button
            variant="default"
            leftSection={<IconRotate size={17} />}
            onClick={() => change.mutate({ state: 'open' })}
          >
            Open it again
          </Button>
        ) : (
          <>
            <Button
              leftSection={<IconCheck size={17} />}
              loading={change.isPending}
              onClick={() => change.mutate({ state: 'resolved' })}
            >
              Resolve
            </Button>
            {item.state === 'open' ? (
              <Button
                variant="default"
                leftSection={<IconHourglass size={17} />}
                onClick={() => change.mutate({ state: 'waiting' })}
              >
                Wait for an answer
              </Button>
            ) : (
              <Button variant="default" onClick={() => change.mutate({ state: 'open' })}>
                No longer waiting
              </Button>
            )}
          </>
        )}
      </Group>
      {change.error && <ProblemNote error={change.error} title="The item was not changed" />}
    </div>
  );
}
