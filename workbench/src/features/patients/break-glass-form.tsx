import { Button, Group, Paper, Text, Textarea, Title } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../app/api/client.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** A chart of somebody else's patient: it opens for an hour, with a reason that the audit log keeps. */
export function BreakGlassForm({ patient, onOpened }: { patient: string; onOpened: () => void }) {
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const open = useMutation({
    mutationFn: () => api.post('/break-glass', { patient, reason: reason.trim() }),
    onSuccess: onOpened,
  });
  const short = reason.trim().length < 10;
  return (
    <Paper withBorder p="lg" m="xl" maw={560} radius="md">
      <Title order={1} size="h2">
        This chart is not one of yours
      </Title>
      <Text mt="xs">
        The patient is seen by somebody else of the practice. You may open the chart for one hour when care or billing
        needs it. Your name, the time and the reason stay in the audit log, and the compliance officer reads it.
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!short) open.mutate();
        }}
      >
        <Textarea
          mt="md"
          label="Why do you need to see it?"
          description="At least ten letters, such as: covering for Dr. Example, call about pain after injection."
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          required
        />
        {open.error && <ProblemNote error={open.error} title="The chart stays closed" />}
        <Group mt="md">
          <Button type="submit" leftSection={<IconLockOpen size={18} />} loading={open.isPending} disabled={short}>
            Open the chart for one hour
          </Button>
          <Button variant="default" onClick={() => void navigate({ to: '/patients' })}>
            Back to the list
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
