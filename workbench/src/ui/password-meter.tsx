import { passwordStrength } from '@interspace/server/contract/password-strength';
import { Progress, Text } from '@mantine/core';

const COLOURS = ['red', 'yellow', 'teal', 'green'] as const;

/** How well a password withstands guessing, by the rule of the server, while it is typed. Nothing of it leaves the page. */
export function PasswordMeter({ password, login }: { password: string; login: string }) {
  const { level, advice } = passwordStrength(password, login);
  return (
    <div>
      {password !== '' && (
        <Progress value={level === 0 ? 10 : level * 33.4} color={COLOURS[level]} size="sm" aria-hidden="true" />
      )}
      <Text size="sm" role="status" mih="1.5em">
        {password === '' ? '' : advice}
      </Text>
    </div>
  );
}
