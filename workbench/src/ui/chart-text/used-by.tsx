import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useLit } from '../answer/light.tsx';
import type { QuoteUser } from '../answer/quotes.ts';
import classes from './chart-text.module.css';

interface Props {
  readonly users: ReadonlyMap<string, QuoteUser>;
  readonly onGo: (user: string) => void;
}

/** Below the chart: who uses the passage under the pointer or the focus. */
export function UsedBy({ users, onGo }: Props) {
  const lit = useLit((now) => (now.from === 'chart' ? [...now.users].join(' ') : ''));
  const [kept, setKept] = useState('');
  // The pointer leaves the passage on its way to these buttons: they stay until another passage is looked at.
  if (lit !== '' && lit !== kept) setKept(lit);
  const named = kept.split(' ').flatMap((id) => users.get(id) ?? []);
  // One criterion may stand for several lines.
  const labels = [...new Map(named.map((user) => [user.label.replace(/ \(line \d+\)$/, ''), user])).entries()];
  return (
    <div className={`${classes['usedBy']} is-screen-only`} aria-live="polite">
      {labels.length === 0 ? (
        <span>Point at a marked passage, or walk through them with the arrow keys, to see what rests on it.</span>
      ) : (
        <>
          <span>Used by</span>
          {labels.slice(0, 6).map(([label, { id }]) => (
            <UnstyledButton key={id} className={classes['user']} tabIndex={-1} onClick={() => onGo(id)}>
              {label}
            </UnstyledButton>
          ))}
          {labels.length > 6 && <span>and {labels.length - 6} more</span>}
        </>
      )}
    </div>
  );
}
