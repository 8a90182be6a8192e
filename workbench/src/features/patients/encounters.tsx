import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Outcome } from '@interspace/core/model/determination';
import type { PatientLedger } from '@interspace/server/contract/patients';
import { DayText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { Nothing, Section } from '../../ui/section.tsx';
import { OutcomeSign } from '../../ui/status-sign.tsx';

type EncounterRow = PatientLedger['encounters'][number];

const OUTCOMES: ReadonlySet<string> = new Set<Outcome>(['meets', 'fails', 'incomplete', 'no-policy']);

const COLUMNS: readonly Column<EncounterRow>[] = [
  { key: 'date', header: 'Date', by: ({ date }) => date, cell: ({ date }) => <DayText day={date} /> },
  {
    key: 'title',
    header: 'Encounter',
    by: ({ title }) => title,
    cell: ({ id, title }) => (
      <Anchor component={Link} {...({ to: '/review', search: { encounter: id } } as object)} inherit>
        {title}
      </Anchor>
    ),
  },
  {
    key: 'physician',
    header: 'Physician',
    by: ({ physician }) => physician,
    cell: ({ physician }) => physician ?? '–',
    extra: true,
  },
  { key: 'place', header: 'Place', cell: ({ placeOfService }) => placeOfService ?? '–', extra: true },
  { key: 'status', header: 'Status', by: ({ status }) => status, cell: ({ status }) => status },
  {
    key: 'outcome',
    header: 'Judged',
    by: ({ outcome }) => outcome,
    cell: ({ outcome, status }) =>
      outcome === undefined ? (
        ['open', 'held', 'ready'].includes(status) ? (
          'not judged yet'
        ) : (
          'not judged here'
        )
      ) : OUTCOMES.has(outcome) ? (
        <OutcomeSign outcome={outcome as Outcome} />
      ) : (
        outcome
      ),
  },
];

/** The visits that are kept; each opens in Review. */
export function Encounters({ items }: { items: readonly EncounterRow[] }) {
  return (
    <Section title="Encounters">
      {items.length === 0 ? (
        <Nothing text="None kept. A review that is kept for this patient stands here." />
      ) : (
        <ListTable
          label="Encounters"
          columns={COLUMNS}
          rows={items}
          rowKey={({ id }) => id}
          sorted={[{ id: 'date', desc: true }]}
        />
      )}
    </Section>
  );
}
