import { Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { Navigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { passwordStrength } from '@interspace/server/contract/password-strength';
import { api } from '../../app/api/client.ts';
import { useSession } from '../../app/session.tsx';
import { PasswordMeter } from '../../ui/password-meter.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './sign-in.module.css';

const LEAST = 12;

/** The first administrator, made with the link that the server printed. */
export function Screen() {
  const { session, user, refresh } = useSession();
  const { token = '' } = useSearch({ strict: false }) as { token?: string | number };
  const [entered, setEntered] = useState({ practice: '', name: '', login: '', password: '', again: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error>();
  if (user) return <Navigate to="/" replace />;
  if (!session.setup) return <Navigate to="/sign-in" replace />;

  const field = (key: keyof typeof entered) => ({
    value: entered[key],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setEntered((old) => ({ ...old, [key]: value }));
    },
    required: true,
    withAsterisk: false,
  });
  const { accepted } = passwordStrength(entered.password, entered.login);
  const differs = entered.again !== '' && entered.again !== entered.password;
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    const { again: _, ...rest } = entered;
    try {
      await api.post('/setup', { token: String(token), ...rest }, { signingIn: true });
      await api.post('/sign-in', { login: rest.login, password: rest.password }, { signingIn: true });
      await refresh();
    } catch (error) {
      setProblem(error as Error);
      setBusy(false);
    }
  };
  return (
    <main className={classes['page']}>
      <div className={classes['column']}>
        <div className={classes['brand']}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <h1>Welcome to Interspace</h1>
        </div>
        <Paper withBorder p="lg" radius="md">
          <Text mb="md">
            This makes the first administrator, who then makes accounts for everybody else. The link works once.
          </Text>
          <form
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              void submit();
            }}
          >
            <Stack>
              {problem && <ProblemNote error={problem} />}
              <TextInput label="Name of the practice" {...field('practice')} data-autofocus />
              <TextInput label="Your name" autoComplete="name" {...field('name')} />
              <TextInput
                label="Account"
                description="What you sign in with."
                autoComplete="username"
                {...field('login')}
              />
              <PasswordInput
                label="Password"
                description={`At least ${LEAST} characters. A few words are better than one word with signs.`}
                autoComplete="new-password"
                minLength={LEAST}
                visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
                {...field('password')}
              />
              <PasswordMeter password={entered.password} login={entered.login} />
              <PasswordInput
                label="Password once more"
                autoComplete="new-password"
                visibilityToggleButtonProps={{ 'aria-label': 'Show the second password' }}
                error={differs && 'The two are not the same yet.'}
                {...field('again')}
              />
              <Button type="submit" loading={busy} disabled={entered.again !== entered.password || !accepted}>
                Make the account
              </Button>
            </Stack>
          </form>
        </Paper>
      </div>
    </main>
  );
}
