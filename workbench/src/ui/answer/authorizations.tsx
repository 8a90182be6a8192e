import { memo } from 'react';
import type { Authorization } from '@interspace/core/model/review';
import type { Status } from '@interspace/core/model/determination';
import { DayText } from '../day-text.tsx';
import { StatusSign } from '../status-sign.tsx';
import { wordOf } from '../words.ts';
import classes from './answer.module.css';
import { CitationLine } from './citation-line.tsx';

const LOOK: Readonly<Record<Authorization['status'], readonly [Status, string]>> = {
  required: ['not-met', 'Required'],
  recommended: ['unknown', 'Recommended'],
  'not-required': ['met', 'Not required'],
  unknown: ['unknown', 'Not known'],
};

/** Which program wants to be asked before, what a request must hold, how long its answer takes. */
export const Authorizations = memo(function Authorizations({
  authorization,
}: {
  authorization: readonly Authorization[];
}) {
  if (authorization.length === 0)
    return <p className={classes['quiet']}>No program of the library asks for an authorization of these lines here.</p>;
  return (
    <div className={classes['stack']}>
      {authorization.map((one) => {
        const [status, word] = LOOK[one.status];
        const missing = (one.packet ?? []).filter((item) => item.status === 'missing');
        const byHand = (one.packet ?? []).filter((item) => item.status === 'not-judged');
        const shown = (one.packet ?? []).filter((item) => item.status === 'shown');
        return (
          <section key={`${one.program} ${one.line ?? ''} ${one.what}`} className={classes['determination']}>
            <div className={classes['determinationHead']}>
              <h3>
                {wordOf(one.program)}
                {one.codes && one.codes.length > 0 && `: ${one.codes.join(', ')}`}
              </h3>
              <StatusSign status={status} word={word} />
            </div>
            <p>{one.what}</p>
            <p>{one.why}</p>
            <p>
              <strong>Do: </strong>
              {one.do}
            </p>
            {(missing.length > 0 || shown.length > 0 || byHand.length > 0) && (
              <ul className={classes['packet']} aria-label="What a request must hold">
                {missing.map((item) => (
                  <li key={item.item}>
                    <StatusSign status="unknown" word="Not shown by the chart" /> {item.title}
                  </li>
                ))}
                {shown.map((item) => (
                  <li key={item.item}>
                    <StatusSign status="met" word="Shown" /> {item.title}
                  </li>
                ))}
                {byHand.map((item) => (
                  <li key={item.item}>
                    <StatusSign status="not-applicable" word="To put together" /> {item.title}
                  </li>
                ))}
              </ul>
            )}
            {one.number && (
              <p className={classes['quiet']}>
                Number: {one.number.where} Valid {one.number.validDays} days
                {one.number.validThrough && (
                  <>
                    , through <DayText day={one.number.validThrough} />
                  </>
                )}
                .
              </p>
            )}
            {one.clocks && one.clocks.length > 0 && (
              <p className={classes['quiet']}>
                Answer within {one.clocks.map(({ urgency, within }) => `${within} (${urgency})`).join(', ')}.
              </p>
            )}
            <CitationLine citation={one.citation} />
          </section>
        );
      })}
    </div>
  );
});
