import { Alert, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Session } from '@interspace/server/contract/session';
import { MomentText } from '../ui/day-text.tsx';
import { api } from './api/client.ts';
import { useSession } from './session.tsx';

const WORDS: Readonly<Record<NonNullable<Session['notices']>[number]['what'], string>> = {
  password: 'Your password was changed',
  'second-factor-on': 'Your second factor was set up',
  'second-factor-off': 'Your second factor was taken off',
  unlocked: 'Your account was locked after failed sign-ins, and unlocked',
  role: 'Your role was changed',
  provider: 'Your account was bound to a sign-in provider',
};

/** What somebody must know about the own account before going on: changes of the way to sign in, a factor that is missing. */
export function AccountNotices() {
  const { session, user, refresh } = useSession();
  const { notices = [] } = session;
  const seen = async () => {
    await api.post('/account/notices/seen', {});
    await refresh();
  };
  return (
    <>
      {user?.factorNeeded && (
        <Alert color="yellow" radius={0} title="Set up your second factor first">
          Administrators of this server need one; until then only <Link to="/account">your account</Link> is open.
        </Alert>
      )}
      {notices.length > 0 && (
        <Alert color="yellow" radius={0} title="The way you sign in was changed" role="status">
          {notices.map(({ at, what, by }) => (
            <Text key={`${at} ${what}`} size="sm">
              {WORDS[what]} by {by}, <MomentText at={at} />.
            </Text>
          ))}
          <Group mt="xs">
            <Button size="xs" variant="default" onClick={() => void seen()}>
              That is right
            </Button>
            <Text size="sm">
              If it is not, change your password and end other sessions under <Link to="/account">your account</Link>,
              and tell an administrator.
            </Text>
          </Group>
        </Alert>
      )}
    </>
  );
}
