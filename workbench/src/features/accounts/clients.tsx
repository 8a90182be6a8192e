import { Button, Code, CopyButton, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api/client.ts';
import { MomentText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Nothing, Section } from '../../ui/section.tsx';
import { clients, type Client } from './queries.ts';

/** Other programs that may ask this server: record systems, the practice's own scripts. */
export function Clients() {
  const queries = useQueryClient();
  const { data, error } = useQuery(clients());
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<Client>();
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/clients/${id}`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: clients().queryKey });
      setLeaving(undefined);
    },
  });
  const columns: Column<Client>[] = [
    { key: 'name', header: 'Program', by: ({ name }) => name, cell: ({ name }) => <strong>{name}</strong> },
    { key: 'client', header: 'Client id', cell: ({ clientId }) => <code>{clientId}</code> },
    {
      key: 'proof',
      header: 'Proves itself by',
      cell: ({ jwksUri }) => (jwksUri === undefined ? 'secret or key' : 'published key'),
    },
    {
      key: 'created',
      header: 'Since',
      by: ({ created }) => created,
      cell: ({ created }) => <MomentText at={created} />,
    },
    {
      key: 'remove',
      header: 'Access',
      cell: (client) => (
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setLeaving(client)}>
          Take access back
        </Button>
      ),
    },
  ];
  return (
    <Section
      title="Other programs"
      about="Record systems and scripts ask with a client of their own, as the role “service”."
      actions={
        <Button variant="default" leftSection={<IconPlugConnected size={18} />} onClick={() => setMaking(true)}>
          New client
        </Button>
      }
    >
      {error && <ProblemNote error={error} title="The clients could not be listed" />}
      {data?.length === 0 && (
        <Nothing text="None yet. A record system needs a client before it can ask for a review or send charts." />
      )}
      {data !== undefined && data.length > 0 && (
        <ListTable label="Clients" columns={columns} rows={data} rowKey={({ id }) => id} />
      )}
      {making && <NewClientForm onClose={() => setMaking(false)} />}
      <Modal
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={`Take access back from ${leaving?.name ?? ''}?`}
      >
        <Text>
          Its tokens stop working at once, and it cannot get new ones. This cannot be undone; a new client can be made.
        </Text>
        {remove.error && <ProblemNote error={remove.error} title="The client is still there" />}
        <Group mt="md">
          <Button color="red" loading={remove.isPending} onClick={() => leaving && remove.mutate(leaving.id)}>
            Take it back
          </Button>
          <Button variant="default" onClick={() => setLeaving(undefined)}>
            Keep it
          </Button>
        </Group>
      </Modal>
    </Section>
  );
}

function NewClientForm({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [keys, setKeys] = useState('');
  const jwks = keyset(keys);
  const make = useMutation({
    mutationFn: () =>
      api.post<Client>('/clients', jwks === undefined ? { name: name.trim() } : { name: name.trim(), jwks }),
    onSuccess: () => queries.invalidateQueries({ queryKey: clients().queryKey }),
  });
  const wrong = keys.trim() !== '' && jwks === undefined;
  if (make.data !== undefined) return <MadeClient client={make.data} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title="New client">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !wrong) make.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Name of the program"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            data-autofocus
          />
          <Textarea
            label="Public keys (JWKS)"
            description="With keys, the program signs for itself and no secret exists. Leave it empty to get a secret."
            value={keys}
            error={wrong ? 'This is not a JSON key set.' : undefined}
            onChange={(event) => setKeys(event.currentTarget.value)}
            autosize
            minRows={2}
            maxRows={8}
          />
          {make.error && <ProblemNote error={make.error} title="The client was not made" />}
          <Group>
            <Button type="submit" loading={make.isPending} disabled={name.trim() === '' || wrong}>
              Make the client
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The secret is told once: it is kept only as a hash. */
function MadeClient({ client, onClose }: { client: Client; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${client.name} may ask now`}
      closeOnClickOutside={client.secret === undefined}
    >
      <Stack gap="xs">
        <Text size="sm">Client id</Text>
        <Code block>{client.clientId}</Code>
        {client.secret !== undefined && (
          <>
            <Text size="sm">Secret: it is shown only now. Put it where the program keeps its secrets.</Text>
            <Code block>{client.secret}</Code>
            <CopyButton value={client.secret}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy the secret'}
                </Button>
              )}
            </CopyButton>
          </>
        )}
        <Button onClick={onClose}>{client.secret === undefined ? 'Done' : 'I have put it away'}</Button>
      </Stack>
    </Modal>
  );
}

function keyset(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'keys' in value ? value : undefined;
  } catch {
    return undefined;
  }
}
