import type { ReactNode } from 'react';
import type { ClauseResult } from '@interspace/core/model/determination';
import { StatusSign } from '../status-sign.tsx';
import classes from './explain.module.css';

interface Props {
  readonly clause: ClauseResult;
  /** What was found, when it can be said better than in the words of the engine. */
  readonly found?: ReactNode;
  readonly children?: ReactNode;
}

/** One clause: what is asked, what was found, which words of the chart say so. */
export function Leaf({ clause: { status, says, found: plain, evidence }, found = plain, children }: Props) {
  const quoted = [...new Set(evidence.map(({ quote }) => quote.replaceAll(/\s+/g, ' ').trim()))].filter(
    (quote) => quote !== '',
  );
  return (
    <div className={classes['leaf']}>
      <StatusSign status={status} bare />
      <div>
        <span>{says}</span>
        {found !== undefined && (
          <span className={classes['found']}>
            {' '}
            — {status === 'unknown' ? 'chart: ' : 'found: '}
            {found}
          </span>
        )}
        {quoted.length > 0 && (
          <span className={classes['quotes']}>
            {quoted.slice(0, 3).map((quote) => (
              <q key={quote}>{quote.length > 90 ? `${quote.slice(0, 88)}…` : quote}</q>
            ))}
            {quoted.length > 3 && <span> and {quoted.length - 3} more</span>}
          </span>
        )}
        {children}
      </div>
    </div>
  );
}
