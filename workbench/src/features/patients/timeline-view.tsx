import { useCallback, useMemo } from 'react';
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PatientLedger } from '@interspace/server/contract/patients';
import { Chart } from '../../ui/chart/chart.tsx';
import type { ChartColours } from '../../ui/chart/colours.ts';
import { DayText } from '../../ui/day-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { Section } from '../../ui/section.tsx';
import { placeOf, timelineOf } from './timeline/timeline-of.ts';
import { timelineHeight, timelineOption } from './timeline/timeline-option.ts';

type LedgerSession = PatientLedger['sessions'][number];

/** Sessions by region and side, and below them the windows in which they count. */
export function TimelineView({ ledger }: { ledger: PatientLedger }) {
  const timeline = useMemo(() => timelineOf(ledger), [ledger]);
  const option = useCallback(
    (colours: ChartColours) => timelineOption(timeline, ledger.on, colours),
    [timeline, ledger],
  );
  return (
    <Section
      title="Sessions"
      about="A bar is the time in which a limit counts, with a tick for every session in it; a hollow diamond is the next date that it allows. A dashed edge says that earlier sessions may be missing."
    >
      {ledger.sessions.length === 0 ? (
        <EmptyState
          title="No session is known"
          text="Sessions come with kept reviews, with claims, or are entered from an outside record. None known is not the same as none done."
        />
      ) : (
        <Chart
          title="Timeline by region and side"
          says={`${ledger.sessions.length} sessions, ${timeline.bars.map(({ title, used, limit }) => `${title}: ${used} of ${limit}`).join('; ')}.`}
          option={option}
          height={timelineHeight(timeline)}
          table={<SessionTable sessions={ledger.sessions} />}
        />
      )}
    </Section>
  );
}

const COLUMNS: readonly Column<LedgerSession>[] = [
  {
    key: 'date',
    header: 'Date',
    by: ({ date }) => date,
    cell: ({ date, encounter }) => <When day={date} encounter={encounter} />,
  },
  {
    key: 'what',
    header: 'What',
    by: ({ family }) => family,
    cell: ({ family, kind, role }) => [kind ?? family, role].filter(Boolean).join(', '),
  },
  { key: 'where', header: 'Where', by: placeOf, cell: placeOf },
  { key: 'levels', header: 'Levels', extra: true, cell: ({ levels }) => levels?.join(' ') ?? 'not known' },
  { key: 'codes', header: 'Codes', extra: true, cell: ({ codes }) => codes?.join(' ') ?? '' },
  {
    key: 'relief',
    header: 'Relief',
    numeric: true,
    by: ({ response }) => response?.painReliefPercent,
    cell: ({ response }) =>
      response?.painReliefPercent === undefined ? 'not recorded' : `${response.painReliefPercent} %`,
  },
  {
    key: 'days',
    header: 'Lasted',
    numeric: true,
    by: ({ response }) => response?.durationDays,
    cell: ({ response }) => lasted(response),
  },
  {
    key: 'status',
    header: 'Claim',
    extra: true,
    by: ({ status }) => status,
    cell: ({ status }) => status ?? 'not known',
  },
];

function SessionTable({ sessions }: { sessions: readonly LedgerSession[] }) {
  return (
    <ListTable
      label="Sessions"
      columns={COLUMNS}
      rows={sessions}
      rowKey={({ id }) => id}
      sorted={[{ id: 'date', desc: true }]}
    />
  );
}

function When({ day, encounter }: { day: string; encounter: string | undefined }) {
  if (encounter === undefined) return <DayText day={day} />;
  return (
    <Anchor component={Link} {...({ to: '/review', search: { encounter } } as object)} inherit>
      <DayText day={day} />
    </Anchor>
  );
}

/** How long it helped; what nobody wrote down is said so. */
export function lasted(response: LedgerSession['response']): string {
  if (response?.durationDays === undefined) return response?.ongoing ? 'still does' : 'not recorded';
  return `${response.durationDays} days${response.ongoing ? ' and still does' : ''}`;
}
