import { Anchor, Button, Paper, Text } from '@mantine/core';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../app/api/client.ts';
import { useSession } from '../../app/session.tsx';
import { SignInForm } from '../../app/sign-in-form.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { afterSignIn } from './after-sign-in.ts';
import classes from './sign-in.module.css';

/** Who is there? Password, second factor, the practice's own provider; on a demo its invented staff. */
export function Screen() {
  const { session, user, refresh } = useSession();
  const { next } = useSearch({ strict: false }) as { next?: unknown };
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Error>();
  if (user) return <Navigate to={afterSignIn(next)} replace />;
  const enter = async (login: string, password: string) => {
    setBusy(login);
    setProblem(undefined);
    try {
      await api.post('/sign-in', { login, password }, { signingIn: true });
      await refresh();
    } catch (error) {
      setProblem(error as Error);
      setBusy(undefined);
    }
  };
  return (
    <main className={classes['page']}>
      <div className={classes['column']}>
        <div className={classes['brand']}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <h1>Interspace</h1>
        </div>
        {session.setup && (
          <Paper withBorder p="lg" radius="md">
            <Text>
              Nobody has an account yet. The server printed a link when it started: open that one to set up the first
              administrator.
            </Text>
          </Paper>
        )}
        {session.demo && (
          <Paper withBorder p="lg" radius="md" component="section" aria-labelledby="demo">
            <h2 id="demo">The invented practice</h2>
            <Text c="dimmed" mb="md">
              This is a demonstration: its patients and staff do not exist. Enter as
            </Text>
            {problem && <ProblemNote error={problem} />}
            <ul className={classes['people']}>
              {session.demo.map(({ login, password, role, name }) => (
                <li key={login}>
                  <Button
                    variant="default"
                    fullWidth
                    justify="space-between"
                    loading={busy === login}
                    disabled={busy !== undefined && busy !== login}
                    rightSection={<span className={classes['role']}>{role}</span>}
                    onClick={() => void enter(login, password)}
                  >
                    {name}
                  </Button>
                </li>
              ))}
            </ul>
          </Paper>
        )}
        <Paper withBorder p="lg" radius="md" component="section" aria-labelledby="sign-in">
          <h2 id="sign-in">Sign in</h2>
          <SignInForm session={session} onDone={async () => void (await refresh())} />
          <Text size="sm" c="dimmed" mt="md">
            Password forgotten? An administrator of the practice can set a new one.
          </Text>
        </Paper>
        <Text size="sm" c="dimmed" ta="center">
          Everything stays on this machine.{' '}
          <Anchor href="/docs" inherit underline="always">
            For programs: the API
          </Anchor>
        </Text>
      </div>
    </main>
  );
}
