import { memo } from 'react';
import { OutcomeSign, StatusSign } from '../status-sign.tsx';
import classes from './answer.module.css';
import type { Change } from './difference.ts';

/** What the last answer or edit changed. */
export const Changes = memo(function Changes({
  changes,
  heading = 'Changed just now',
}: {
  changes: readonly Change[];
  heading?: string;
}) {
  return (
    <div aria-live="polite" className="is-screen-only">
      {changes.length > 0 && (
        <div className={classes['changes']}>
          <h2 className={classes['changesHead']}>{heading}</h2>
          <ul>
            {changes.slice(0, 8).map((change) => (
              <li key={JSON.stringify(change)}>
                <ChangeLine change={change} />
              </li>
            ))}
            {changes.length > 8 && <li>and {changes.length - 8} more</li>}
          </ul>
        </div>
      )}
    </div>
  );
});

function ChangeLine({ change }: { change: Change }) {
  switch (change.kind) {
    case 'outcome':
      return (
        <>
          Line {change.line}: <OutcomeSign outcome={change.before} /> <span aria-label="now">→</span>{' '}
          <OutcomeSign outcome={change.after} />
        </>
      );
    case 'criterion':
      return (
        <>
          {change.title}: <StatusSign status={change.before} /> <span aria-label="now">→</span>{' '}
          <StatusSign status={change.after} />
        </>
      );
    case 'line':
      if (change.before === undefined) return <>New line {change.after}</>;
      if (change.after === undefined) return <>Line {change.before} is gone</>;
      return (
        <>
          {change.before} → {change.after}
        </>
      );
    case 'finding':
      return change.gone ? <>Settled: {change.what}</> : <>New: {change.what}</>;
  }
}
