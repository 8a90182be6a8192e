import { Button, Code, Group, PinInput, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { TotpOffer } from '@interspace/server/contract/session';
import { api } from '../../app/api/client.ts';
import { useSession } from '../../app/session.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './accounts.module.css';

/** Sets the second factor up, or takes it away. */
export function SecondFactor() {
  const { user, refresh } = useSession();
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => api.post<z.infer<typeof TotpOffer>>('/account/totp', {}) });
  const confirm = useMutation({
    mutationFn: (digits: string) => api.post('/account/totp/confirm', { code: digits }, { signingIn: true }),
    onSuccess: async () => {
      begin.reset();
      setCode('');
      await refresh();
    },
    onError: () => setCode(''),
  });
  const remove = useMutation({
    mutationFn: (digits: string) => api.post('/account/totp/off', { code: digits }, { signingIn: true }),
    onSuccess: () => refresh(),
    onSettled: () => setCode(''),
  });
  if (user?.totp)
    return (
      <Stack gap="sm" align="flex-start">
        <Group gap="xs">
          <IconShieldCheck size={20} aria-hidden="true" />
          <Text>The second factor is set up.</Text>
        </Group>
        <Text>To switch it off, type the six digits that the app shows now.</Text>
        <PinInput
          length={6}
          type="number"
          oneTimeCode
          value={code}
          onChange={setCode}
          aria-label="Six digits"
          getInputProps={(index) => ({ 'aria-label': `Digit ${index + 1}` })}
        />
        <Button
          variant="default"
          loading={remove.isPending}
          disabled={code.length < 6}
          onClick={() => remove.mutate(code)}
        >
          Switch it off
        </Button>
        {remove.error && <ProblemNote error={remove.error} title="It is still on" />}
      </Stack>
    );
  if (begin.data === undefined)
    return (
      <Stack gap="sm" align="flex-start">
        <Text>It is not set up yet.</Text>
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>
          Set it up
        </Button>
        {begin.error && <ProblemNote error={begin.error} title="It could not be set up" />}
      </Stack>
    );
  return (
    <Group align="flex-start" gap="xl">
      <img
        className={classes['qr']}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begin.data.qr)}`}
        alt="Code to photograph with an authenticator app; the letters beside it say the same"
      />
      <Stack gap="sm" maw={420}>
        <Text>1. Photograph the code with an authenticator app, or type these letters into it:</Text>
        <Code block>{begin.data.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</Code>
        <Text>2. Type the six digits that the app shows now.</Text>
        <PinInput
          length={6}
          type="number"
          oneTimeCode
          value={code}
          onChange={setCode}
          onComplete={(digits) => confirm.mutate(digits)}
          aria-label="Six digits"
          getInputProps={(index) => ({ 'aria-label': `Digit ${index + 1}` })}
        />
        {confirm.error && <ProblemNote error={confirm.error} title="Those were not the digits" />}
        <Group>
          <Button loading={confirm.isPending} disabled={code.length < 6} onClick={() => confirm.mutate(code)}>
            Switch it on
          </Button>
          <Button variant="default" onClick={() => begin.reset()}>
            Not now
          </Button>
        </Group>
      </Stack>
    </Group>
  );
}
