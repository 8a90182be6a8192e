import { useCallback, useMemo } from 'react';
import type { PatientLedger } from '@interspace/server/contract/patients';
import { Chart } from '../../ui/chart/chart.tsx';
import type { ChartColours } from '../../ui/chart/colours.ts';
import { DayText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { Section } from '../../ui/section.tsx';
import { reliefOption, reliefs, type Relief as Known } from './timeline/relief-option.ts';
import { placeOf, timelineOf } from './timeline/timeline-of.ts';
import { lasted } from './timeline-view.tsx';

const COLUMNS: readonly Column<Known>[] = [
  {
    key: 'date',
    header: 'Date',
    by: ({ session }) => session.date,
    cell: ({ session }) => <DayText day={session.date} />,
  },
  {
    key: 'what',
    header: 'What',
    by: ({ session }) => session.family,
    cell: ({ session }) => session.kind ?? session.family,
  },
  { key: 'where', header: 'Where', cell: ({ session }) => placeOf(session) },
  {
    key: 'percent',
    header: 'Relief',
    numeric: true,
    by: ({ percent }) => percent,
    cell: ({ percent }) => `${percent} %`,
  },
  { key: 'lasted', header: 'Lasted', numeric: true, cell: ({ session }) => lasted(session.response) },
  { key: 'scale', header: 'Scale', cell: ({ session }) => session.response?.scale ?? 'not recorded' },
];

/** How much each session helped, and how long. */
export function Relief({ ledger }: { ledger: PatientLedger }) {
  const found = useMemo(() => reliefs(ledger.sessions, ledger.on), [ledger]);
  const span = useMemo(() => timelineOf(ledger), [ledger]);
  const option = useCallback((colours: ChartColours) => reliefOption(found, span, colours), [found, span]);
  const silent = ledger.sessions.length - found.length;
  if (ledger.sessions.length === 0) return null;
  return (
    <Section
      title="Relief"
      about={
        silent === 0
          ? 'Each line lasts as long as the relief was recorded to last; dashed where it still does.'
          : `Each line lasts as long as the relief was recorded to last. Of ${silent} ${silent === 1 ? 'session' : 'sessions'} the chart does not tell the relief.`
      }
    >
      {found.length > 0 && (
        <Chart
          title="Relief after each session"
          says={found.map(({ session, percent }) => `${session.date} ${percent} %`).join(', ')}
          option={option}
          height={220}
          table={<ListTable label="Relief" columns={COLUMNS} rows={found} rowKey={({ session }) => session.id} />}
        />
      )}
    </Section>
  );
}
