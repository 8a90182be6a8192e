import { Button, Divider, PasswordInput, PinInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Session } from '@interspace/server/contract/session';
import { ProblemNote } from '../ui/problem-note.tsx';
import { api, ApiProblem } from './api/client.ts';

/** The server asks with it for the number of the second factor. */
const SECOND_FACTOR = 'server/identity/second-factor';

interface Props {
  readonly session: Session;
  readonly login?: string | undefined;
  readonly onDone: () => Promise<void>;
}

/** Name and password, then the second factor when the account has one. */
export function SignInForm({ session, login: known = '', onDone }: Props) {
  const [login, setLogin] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error>();

  const send = async (second = code) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.post('/sign-in', { login, password, ...(second ? { code: second } : {}) }, { signingIn: true });
      await onDone();
    } catch (error) {
      if (error instanceof ApiProblem && error.has(SECOND_FACTOR) && !second) setAsksCode(true);
      else setProblem(error as Error);
      setCode('');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <form onSubmit={submit}>
      <Stack>
        {problem && <ProblemNote error={problem} />}
        <TextInput
          label="Account"
          autoComplete="username"
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          data-autofocus={known === '' || undefined}
          required
          withAsterisk={false}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          data-autofocus={known !== '' || undefined}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          required
          withAsterisk={false}
        />
        {asksCode && (
          <Stack gap={6}>
            <Text fw={500} size="sm" id="second-factor">
              Six digits of your authenticator app
            </Text>
            <PinInput
              length={6}
              type="number"
              oneTimeCode
              autoFocus
              value={code}
              onChange={setCode}
              onComplete={(all) => void send(all)}
              aria-labelledby="second-factor"
              getInputProps={(index: number) => ({ 'aria-label': `Digit ${index + 1}` })}
            />
          </Stack>
        )}
        <Button type="submit" loading={busy} disabled={!login || !password}>
          Sign in
        </Button>
        {session.oidc && (
          <>
            <Divider label="or" />
            <Button
              component="a"
              href={`/api/oidc/start?next=${encodeURIComponent(location.pathname)}`}
              variant="default"
            >
              Sign in with {session.oidc.name}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
