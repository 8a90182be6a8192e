import { Anchor, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PatientLedger } from '@interspace/server/contract/patients';
import { DayText } from '../../ui/day-text.tsx';
import { Nothing, Section } from '../../ui/section.tsx';
import { actInWords } from '../../ui/words.ts';
import classes from './patients.module.css';

type Forecast = PatientLedger['forecasts'][number];

/** What is left of every limit, from when the next session can be, and what it would need. */
export function Left({ ledger }: { ledger: PatientLedger }) {
  return (
    <Section
      title="What is left"
      about={
        <>
          As of <DayText day={ledger.on} />, by the criteria as published. The payer decides what is covered.
        </>
      }
    >
      {ledger.forecasts.length === 0 && (
        <Nothing text="No limit applies to what is known. Limits are counted when sessions are known and a policy of the payer counts them." />
      )}
      <ul className={classes['cards']}>
        {ledger.forecasts.map((forecast) => (
          <Next
            key={`${forecast.policy} ${forecast.act} ${forecast.region ?? ''} ${forecast.side ?? ''}`}
            forecast={forecast}
            on={ledger.on}
          />
        ))}
      </ul>
      {ledger.notEvaluated.length > 0 && (
        <ul className={classes['quiet']}>
          {ledger.notEvaluated.map((text) => (
            <li key={text}>Not evaluated: {text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Next({ forecast, on }: { forecast: Forecast; on: string }) {
  const { act, policy, document, limits, because, needs } = forecast;
  const open = needs.filter(({ status }) => status !== 'met');
  return (
    <li className={classes['card']}>
      <h3>{actInWords(act)}</h3>
      <p className={classes['nextDate']}>{nextInWords(forecast, on)}</p>
      {because.map((text) => (
        <p key={text} className={classes['quiet']}>
          {text}
        </p>
      ))}
      {limits.some(({ certain }) => !certain) && (
        <p className={classes['quiet']}>Sessions done elsewhere may count too.</p>
      )}
      {limits.map(({ criterion, title, used, limit, certain }) => (
        <div key={criterion} className={classes['limit']}>
          <span>{title}</span>
          <span className="is-number">
            {used}
            {certain ? '' : ' known'} of {limit}
          </span>
          <Progress
            className={classes['limitBar']}
            value={limit === 0 ? 100 : Math.min(100, (100 * used) / limit)}
            {...(used >= limit ? { color: 'red' } : {})}
            aria-label={`${title}: ${used} of ${limit}`}
          />
        </div>
      ))}
      {open.length > 0 && (
        <details className={classes['needs']}>
          <summary>
            {open.length} {open.length === 1 ? 'criterion is' : 'criteria are'} still open
          </summary>
          <ul>
            {open.map(({ criterion, title, status }) => (
              <li key={criterion}>
                {title} <em>({status === 'unknown' ? 'unknown' : 'not met'})</em>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={classes['quiet']}>
        <Anchor component={Link} {...({ to: '/rulebook', search: { policy, document, on } } as object)} size="sm">
          {document}
        </Anchor>
      </p>
    </li>
  );
}

function nextInWords({ next, because, limits }: Forecast, on: string): React.ReactNode {
  if (next === undefined) return because.length > 0 ? 'No next date can be given' : 'The next date is not known';
  if (next > on)
    return (
      <>
        From <DayText day={next} />
      </>
    );
  if (because.length > 0) return 'Not yet: see below';
  return limits.every(({ certain }) => certain) ? 'The counted limits allow it now' : 'Allowed now, as far as is known';
}
