import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ClauseResult } from '@interspace/core/model/determination';
import { StatusSign } from '../status-sign.tsx';
import classes from './explain.module.css';

interface Props {
  readonly clause: ClauseResult;
  readonly explain: (part: ClauseResult) => ReactNode;
  /** How the parts hang together: `All of these`. */
  readonly heading: string;
  /** The parts that decided; the others are folded away. */
  readonly telling: (part: ClauseResult) => boolean;
}

/** Several clauses under one heading, folded to those that decided. */
export function Group({ clause: { parts, status, says }, explain, heading, telling }: Props) {
  const [all, setAll] = useState(false);
  const decided = parts.filter(telling);
  const shown = all || decided.length === 0 ? parts : decided;
  const folded = parts.length - shown.length;
  return (
    <div className={classes['group']}>
      <p className={classes['heading']}>
        <StatusSign status={status} bare /> {heading === '' ? says : heading}
      </p>
      <ul className={classes['parts']}>
        {shown.map((part, index) => (
          // Parts have no other name than their place.
          <li key={index}>{explain(part)}</li>
        ))}
        {folded > 0 && (
          <li>
            <UnstyledButton className={classes['more']} onClick={() => setAll(true)}>
              and {folded} more that did not decide
            </UnstyledButton>
          </li>
        )}
      </ul>
    </div>
  );
}
