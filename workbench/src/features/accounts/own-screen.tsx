import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { passwordStrength } from '@interspace/server/contract/password-strength';
import { api } from '../../app/api/client.ts';
import { useSession } from '../../app/session.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ScreenBody, Section } from '../../ui/section.tsx';
import { PasswordMeter } from '../../ui/password-meter.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { SecondFactor } from './second-factor.tsx';

/** One's own account: password, second factor and sessions. */
export function Screen() {
  const { user } = useSession();
  return (
    <>
      <PageHeader
        title="Your account"
        about={`${user?.name ?? ''}, ${user?.login ?? ''}, ${user?.role ?? ''} at ${user?.practice.name ?? ''}`}
      />
      <ScreenBody>
        <Section title="Password">
          <PasswordForm />
        </Section>
        <Section
          title="Second factor"
          about="With it, a stolen password is not enough: signing in also asks for six digits from an app on your phone."
        >
          <SecondFactor />
        </Section>
        <Section title="Where you are signed in" about="A session ends by itself after half an hour without use.">
          <OwnSessions />
        </Section>
      </ScreenBody>
    </>
  );
}

function PasswordForm() {
  const { user } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => api.post('/account/password', { current, next }, { signingIn: true }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
    },
  });
  const accepted = passwordStrength(next, user?.login ?? '').accepted;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (current !== '' && accepted) change.mutate();
      }}
    >
      <Stack gap="sm" maw={420}>
        {/* Password managers look for the login beside the passwords. */}
        <input type="hidden" name="username" autoComplete="username" value={user?.login ?? ''} readOnly />
        <PasswordInput
          label="Password now"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          required
        />
        <PasswordInput
          label="New password"
          description="At least twelve characters; a few unrelated words are easy to keep."
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          required
        />
        <PasswordMeter password={next} login={user?.login ?? ''} />
        {change.error && <ProblemNote error={change.error} title="The password was not changed" />}
        <Group>
          <Button type="submit" loading={change.isPending} disabled={current === '' || !accepted}>
            Change the password
          </Button>
          <Text role="status" size="sm">
            {change.isSuccess ? 'Changed. Other sessions of yours have ended.' : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
