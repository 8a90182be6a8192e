import { CopyButton, UnstyledButton } from '@mantine/core';
import type { z } from 'zod';
import type { AuditVerdict } from '@interspace/server/contract/session';
import classes from './audit.module.css';

/** What the check of the chain found. */
export function Verdict({ verdict: { entries, intact, broken, last } }: { verdict: z.infer<typeof AuditVerdict> }) {
  return (
    <div className={classes['verdict']} data-intact={intact} role="status">
      <strong>
        {intact
          ? `✓ The chain is intact: ${entries.toLocaleString('en-US')} entries, none changed, none missing between them.`
          : `✗ The chain is broken in ${broken.length} ${broken.length === 1 ? 'place' : 'places'}. Keep the database as it is and call whoever answers for security.`}
      </strong>
      {broken.length > 0 && (
        <ul>
          {broken.map(({ sequence, why }) => (
            <li key={`${sequence} ${why}`}>
              Entry {sequence}: {why}
            </li>
          ))}
        </ul>
      )}
      <span className={classes['quiet']}>
        Seal of the last entry: <code>{last}</code>{' '}
        <CopyButton value={last}>
          {({ copied, copy }) => (
            <UnstyledButton className={`${classes['copy']} is-screen-only`} onClick={copy}>
              {copied ? 'copied' : 'copy'}
            </UnstyledButton>
          )}
        </CopyButton>{' '}
        Kept elsewhere, it proves later that nothing was cut off at the end.
      </span>
    </div>
  );
}
