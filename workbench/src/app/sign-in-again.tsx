import { Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { SignInForm } from './sign-in-form.tsx';
import { useSession } from './session.tsx';

/** Over the screen as it stands: nothing typed is lost, and the request that found the session expired goes on. */
export function SignInAgain() {
  const { expired, settle, refresh, session, user } = useSession();
  const client = useQueryClient();
  const done = async () => {
    const fresh = await refresh();
    if (fresh.user?.id !== user?.id) {
      // Somebody else sits here now and may see other things.
      client.clear();
      location.assign('/');
      return;
    }
    settle(true);
  };
  return (
    <Modal opened={expired} onClose={() => settle(false)} title="Please sign in again" closeOnClickOutside={false}>
      <Text mb="md">Your session has ended. What stands on the screen stays as it is.</Text>
      <SignInForm session={session} login={user?.login} onDone={done} />
    </Modal>
  );
}
