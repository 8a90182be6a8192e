import { Group, Progress, Stack, Text } from '@mantine/core';
import type { Batch } from '@interspace/server/contract/batches';
import { useBatchEvents } from './use-batch-events.ts';

/** How far the server is with a file, as it tells. */
export function BatchProgress({ batch, small = false }: { batch: Batch; small?: boolean }) {
  useBatchEvents(batch);
  const share = batch.bytes > 0 ? Math.min(100, (100 * batch.bytesDone) / batch.bytes) : 0;
  const words =
    batch.state === 'queued'
      ? 'Waiting for its turn'
      : `${batch.claims.toLocaleString('en-US')} claims judged, ${Math.floor(share)} % of the file`;
  return (
    <Stack gap={4} role="status">
      <Group justify="space-between">
        <Text size={small ? 'xs' : 'sm'}>{words}</Text>
      </Group>
      <Progress value={share} size={small ? 'sm' : 'md'} aria-label={`Judging ${batch.name}`} />
    </Stack>
  );
}
