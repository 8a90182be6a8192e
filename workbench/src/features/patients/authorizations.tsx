import type { PatientAuthorization } from '@interspace/server/contract/patients';
import { DayText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { Nothing, Section } from '../../ui/section.tsx';
import { daysLeftInWords } from './days-left.ts';

const COLUMNS: readonly Column<PatientAuthorization>[] = [
  { key: 'program', header: 'Program', by: ({ program }) => program, cell: ({ program }) => program },
  { key: 'number', header: 'Number', cell: ({ number }) => number ?? 'none yet' },
  { key: 'status', header: 'Status', by: ({ status }) => status, cell: ({ status }) => status },
  { key: 'codes', header: 'Codes', cell: ({ codes }) => codes.join(' ') },
  {
    key: 'requested',
    header: 'Requested',
    by: ({ requested }) => requested,
    cell: ({ requested }) => day(requested),
    extra: true,
  },
  { key: 'decided', header: 'Decided', by: ({ decided }) => decided, cell: ({ decided }) => day(decided), extra: true },
  {
    key: 'through',
    header: 'Valid through',
    by: ({ validThrough }) => validThrough,
    cell: ({ validThrough }) => day(validThrough),
  },
  {
    key: 'left',
    header: 'Days left',
    by: ({ daysLeft }) => daysLeft,
    cell: ({ daysLeft, status }) => <strong>{daysLeftInWords(daysLeft, status)}</strong>,
  },
];

/** Requests and answers of authorization programs, with the days that are left. */
export function Authorizations({ items }: { items: readonly PatientAuthorization[] }) {
  return (
    <Section title="Authorizations">
      {items.length === 0 ? (
        <Nothing text="None. No program has been asked for this patient. A review says when one must be." />
      ) : (
        <ListTable label="Authorizations" columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
      )}
    </Section>
  );
}

function day(of: string | undefined) {
  return of === undefined ? '–' : <DayText day={of} />;
}
