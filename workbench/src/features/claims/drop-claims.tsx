import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Batch } from '@interspace/server/contract/batches';
import { api, wasCalledOff } from '../../app/api/client.ts';
import { streamFile } from '../../app/api/stream-file.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { batch as batchQuery, batches } from './queries.ts';

interface Sending {
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
}

const megabytes = (bytes: number): string =>
  `${(bytes / 1e6).toLocaleString('en-US', { maximumFractionDigits: 1 })} MB`;

/** Takes an 837 file of any size: it is streamed from the disk, and its page shows how far the judging is. */
export function DropClaims() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [sending, setSending] = useState<Sending>();
  const [error, setError] = useState<Error>();
  const off = useRef<AbortController>(undefined);

  async function send(file: File): Promise<void> {
    setError(undefined);
    setSending({ name: file.name, bytes: file.size, sent: 0 });
    off.current = new AbortController();
    try {
      // Asks who is signed in before a large file is on its way for nothing.
      await api.get('/batches', { query: { limit: 1 }, signal: off.current.signal });
      const batch = await streamFile<Batch>('/scrub', file, {
        query: { name: file.name },
        type: 'application/edi-x12',
        signal: off.current.signal,
        onProgress: (sent) => setSending({ name: file.name, bytes: file.size, sent }),
      });
      client.setQueryData(batchQuery(batch.id).queryKey, batch);
      void client.invalidateQueries({ queryKey: batches().queryKey, exact: true });
      await navigate({ to: '/claims/$batch', params: { batch: batch.id } } as never);
    } catch (problem) {
      if (!wasCalledOff(problem)) setError(problem as Error);
    } finally {
      setSending(undefined);
    }
  }

  return (
    <Stack gap="sm" className="is-screen-only">
      {sending === undefined ? (
        <Dropzone
          onDrop={([file]) => file && void send(file)}
          onReject={() => setError(new Error('Drop one file at a time.'))}
          multiple={false}
          aria-label="Drop an 837 claim file, or press to choose one"
          inputProps={{ 'aria-label': 'Claim file' }}
          p="lg"
        >
          <Group gap="md" wrap="nowrap" justify="center" mih={56}>
            <IconFileUpload size={34} stroke={1.4} aria-hidden="true" />
            <div>
              <Text fw={600}>Drop an 837 file here, or press to choose one</Text>
              <Text size="sm" c="dimmed">
                837P and 837I, of any size. It does not leave this server.
              </Text>
            </div>
          </Group>
        </Dropzone>
      ) : (
        <Stack gap={6} p="lg" role="status">
          <Group justify="space-between">
            <Text>
              Sending {sending.name}: {megabytes(sending.sent)} of {megabytes(sending.bytes)}
            </Text>
            <Button size="xs" variant="default" onClick={() => off.current?.abort()}>
              Stop
            </Button>
          </Group>
          <Progress value={(100 * sending.sent) / Math.max(1, sending.bytes)} aria-label={`Sending ${sending.name}`} />
        </Stack>
      )}
      {error && <ProblemNote error={error} title="The file was not taken" />}
    </Stack>
  );
}
