import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api/client.ts';
import type { ReviewAnswer, ReviewRequest } from '../../app/api/review.ts';
import { randomId } from '../../app/random-id.ts';

interface Props {
  readonly request: ReviewRequest;
  readonly disabled: boolean;
}

/** Keeps the Review with the patient: input, answer, library and engine, so that it can be proved later. */
export function KeepButton({ request, disabled }: Props) {
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const keep = async () => {
    setBusy(true);
    try {
      const { record } = await api.post<ReviewAnswer>('/review', { ...request, keep: true }, { once: randomId() });
      notifications.show({ title: 'The review is kept', message: `Number ${record ?? 'unknown'}` });
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'review' });
    } catch (error) {
      notifications.show({ color: 'red', title: 'The review was not kept', message: (error as Error).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDeviceFloppy size={18} />}
      loading={busy}
      disabled={disabled}
      onClick={() => void keep()}
    >
      Keep
    </Button>
  );
}
