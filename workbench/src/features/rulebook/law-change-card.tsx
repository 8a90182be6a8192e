import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LawChange } from '@interspace/server/contract/rulebook';
import { useSession } from '../../app/session.tsx';
import { DayText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { counted } from '../../ui/words.ts';
import { touched, type Touched } from './queries.ts';
import classes from './rulebook.module.css';
import { withBlanks } from './words.ts';

interface Props {
  readonly change: LawChange;
  readonly from: string;
  readonly to: string;
}

const WORDS = { added: '+ Added', removed: '− Removed', changed: '≠ Changed' } as const;

/** One change: before at the left, after at the right. */
export function LawChangeCard({ change: { change, kind, id, title, effective, aspects }, from, to }: Props) {
  const { may } = useSession();
  const [asked, setAsked] = useState(false);
  return (
    <article className={classes['change']} aria-label={withBlanks(title ?? id)}>
      <header>
        <strong className={classes['changeWord']} data-change={change}>
          {WORDS[change]}
        </strong>
        <h2>{withBlanks(title ?? id)}</h2>
        <span className={classes['quiet']}>
          {kind}
          {title !== undefined && (
            <>
              {' '}
              · <code>{id}</code>
            </>
          )}
          {effective.length > 0 && (
            <> · from {effective.map((day, index) => [index > 0 && ', ', <DayText key={day} day={day} />])}</>
          )}
        </span>
      </header>
      <table className={classes['sides']}>
        <thead>
          <tr>
            <th scope="col">
              <span className="is-spoken">Part</span>
            </th>
            <th scope="col">
              <DayText day={from} />
            </th>
            <th scope="col">
              <DayText day={to} />
            </th>
          </tr>
        </thead>
        <tbody>
          {aspects.map(({ aspect, before, after }) => (
            <tr key={aspect}>
              <th scope="row">{aspect}</th>
              <Side lines={before} />
              <Side lines={after} />
            </tr>
          ))}
        </tbody>
      </table>
      {may('chart:read') &&
        (asked ? (
          <TouchedCases from={from} to={to} change={id} />
        ) : (
          <Button size="compact-sm" variant="default" className="is-screen-only" onClick={() => setAsked(true)}>
            Which of our encounters and claims does this touch?
          </Button>
        ))}
    </article>
  );
}

function Side({ lines }: { lines: readonly string[] }) {
  return (
    <td>
      {lines.length === 0 ? (
        <span className={classes['quiet']}>nothing</span>
      ) : (
        // Clauses of one side, in their order.
        // oxlint-disable-next-line react/no-array-index-key
        lines.map((line, index) => <div key={index}>{line}</div>)
      )}
    </td>
  );
}

const COLUMNS: readonly Column<Touched['encounters'][number]>[] = [
  { key: 'date', header: 'Date', by: ({ date }) => date, cell: ({ date }) => <DayText day={date} /> },
  { key: 'patient', header: 'Patient', by: ({ patientName }) => patientName, cell: ({ patientName }) => patientName },
  {
    key: 'title',
    header: 'Encounter',
    by: ({ title }) => title,
    cell: ({ id, title }) => (
      <Anchor component={Link} {...({ to: '/review', search: { encounter: id } } as object)}>
        {title}
      </Anchor>
    ),
  },
  { key: 'before', header: 'By the earlier law', cell: ({ before }) => before },
  { key: 'after', header: 'By the later law', cell: ({ after }) => after },
];

const MOST_SHOWN = 100;

const CLAIM_COLUMNS: readonly Column<Touched['claims'][number]>[] = [
  {
    key: 'date',
    header: 'Date',
    by: ({ date }) => date,
    cell: ({ date }) => (date === undefined ? '–' : <DayText day={date} />),
  },
  {
    key: 'claim',
    header: 'Claim',
    by: ({ id }) => id,
    cell: ({ batch, number, id, file }) => (
      <Anchor component={Link} {...({ to: `/claims/${batch}`, search: { claim: number } } as object)} data-hint={file}>
        {id}
      </Anchor>
    ),
  },
  { key: 'codes', header: 'Codes', by: ({ codes }) => codes.join(' '), cell: ({ codes }) => codes.join(' ') },
  { key: 'before', header: 'By the earlier law', cell: ({ before }) => before },
  { key: 'after', header: 'By the later law', cell: ({ after }) => after },
];

function TouchedCases({ from, to, change }: { from: string; to: string; change: string }) {
  const { may } = useSession();
  const { data, error } = useQuery(touched(from, to, change));
  if (error) return <ProblemNote error={error} title="This could not be found out" />;
  if (data === undefined) return <Waiting what="Judging our encounters and claims by both days" />;
  return (
    <div role="status" className={classes['touched']}>
      <p className={classes['quiet']}>
        {data.encounters.length === 0
          ? `None of ${data.examined} encounters is judged otherwise.`
          : `${data.encounters.length} of ${data.examined} encounters would be judged otherwise.`}
      </p>
      {data.encounters.length > 0 && (
        <ListTable label="Encounters touched" columns={COLUMNS} rows={data.encounters} rowKey={({ id }) => id} />
      )}
      {may('claims:read') && (
        <p className={classes['quiet']}>
          {data.claims.length === 0
            ? `None of ${counted(data.claimsExamined, 'claim')} in the newest files is judged otherwise.`
            : `${data.claims.length} of ${counted(data.claimsExamined, 'claim')} in the newest files would be judged otherwise.`}
        </p>
      )}
      {data.claims.length > 0 && (
        <ListTable
          label="Claims touched"
          columns={CLAIM_COLUMNS}
          rows={data.claims.slice(0, MOST_SHOWN)}
          rowKey={({ batch, number }) => `${batch} ${number}`}
        />
      )}
      {data.claims.length > MOST_SHOWN && <p className={classes['quiet']}>The first {MOST_SHOWN} are shown.</p>}
    </div>
  );
}
