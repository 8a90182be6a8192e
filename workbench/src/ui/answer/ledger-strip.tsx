import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { PatientLedger } from '@interspace/server/contract/patients';
import { api } from '../../app/api/client.ts';
import { DayText } from '../day-text.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { actInWords, wordOf } from '../words.ts';
import classes from './answer.module.css';

interface Props {
  readonly patient: { readonly id: string; readonly name: string };
  readonly on: string | undefined;
  /** Families that the encounter is about; forecasts of others are not shown here. */
  readonly families: readonly string[];
}

/** What was used of each limit, and from when the next session can be. */
export const LedgerStrip = memo(function LedgerStrip({ patient, on, families }: Props) {
  const { data, error } = useQuery({
    queryKey: ['ledger', patient.id, on],
    queryFn: ({ signal }) => api.get<PatientLedger>(`/patients/${patient.id}/ledger`, { query: { on }, signal }),
  });
  if (error) return <ProblemNote title="The earlier sessions could not be read" error={error} />;
  if (!data) return null;
  const near = data.forecasts.filter(({ family }) => families.length === 0 || families.includes(family));
  const sessions = data.sessions.filter(({ family }) => families.length === 0 || families.includes(family)).slice(-12);
  return (
    <div className={classes['stack']}>
      {sessions.length > 0 && (
        <ol className={classes['strip']} aria-label={`Earlier sessions of ${patient.name}`}>
          {sessions.map(({ id, date, kind, family, side, response }) => (
            <li key={id}>
              <DayText day={date} />
              <span>{wordOf(kind ?? family)}</span>
              <span className={classes['quiet']}>
                {[side, response?.painReliefPercent === undefined ? undefined : `${response.painReliefPercent}% relief`]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
      {near.map((forecast) => (
        <div
          key={`${forecast.policy} ${forecast.act} ${forecast.region ?? ''} ${forecast.side ?? ''}`}
          className={classes['forecast']}
        >
          <p>
            <strong>{actInWords(forecast.act)}</strong> <span className={classes['quiet']}>{forecast.document}</span>
          </p>
          <p>
            {forecast.next && forecast.next > (on ?? '') ? (
              <>
                Next eligible date:{' '}
                <strong>
                  <DayText day={forecast.next} />
                </strong>
              </>
            ) : (
              'No limit keeps it back on this date.'
            )}
          </p>
          <p className={classes['quiet']}>
            {forecast.limits
              .map(({ title, used, limit, certain }) => `${title}: ${used}${certain ? '' : ' or more'} of ${limit}`)
              .join(' · ')}
          </p>
        </div>
      ))}
      {sessions.length === 0 && near.length === 0 && (
        <p className={classes['quiet']}>No earlier session of this kind is in the ledger of {patient.name}.</p>
      )}
      <p className={`${classes['quiet']} is-screen-only`}>
        <Anchor component={Link} to={`/patients/${patient.id}`} inherit>
          Whole timeline of {patient.name}
        </Anchor>
      </p>
    </div>
  );
});
