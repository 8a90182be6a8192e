import { TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import type { PatientRow } from '@interspace/server/contract/patients';
import { useRows } from '../../app/api/use-rows.ts';
import { useCommands } from '../../app/commands.tsx';
import { useAddress } from '../../app/search.ts';
import { ShortDay } from '../../ui/day-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { VirtualTable, type VirtualColumn } from '../../ui/virtual-table.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { payerInWords } from '../../ui/words.ts';
import classes from './patients.module.css';

const none = <span aria-label="not known">–</span>;

const ALL: readonly VirtualColumn<PatientRow>[] = [
  { id: 'name', header: 'Name', width: 12, grow: 2, cell: ({ name }) => name },
  { id: 'birthDate', header: 'Born', width: 7.5, cell: ({ birthDate }) => <ShortDay day={birthDate} /> },
  { id: 'mrn', header: 'Record number', width: 10, cell: ({ mrn }) => mrn },
  {
    id: 'payer',
    header: 'Payer',
    width: 10.5,
    grow: 1,
    cell: ({ payer }) => (payer === undefined ? none : payerInWords(payer)),
  },
  { id: 'state', header: 'State', width: 4.5, cell: ({ state }) => state ?? none },
  { id: 'physician', header: 'Physician', width: 11, grow: 1, cell: ({ physician }) => physician ?? none },
  {
    id: 'lastVisit',
    header: 'Last visit',
    width: 8,
    cell: ({ lastVisit }) => (lastVisit === undefined ? none : <ShortDay day={lastVisit} />),
  },
  {
    id: 'openItems',
    header: 'Open work',
    width: 8,
    align: 'right',
    cell: ({ openItems }) => (openItems === 0 ? none : openItems),
  },
];

const NARROW = ALL.filter(({ id }) => id !== 'payer' && id !== 'state');

type ListAddress = { readonly search?: string | number };

/** Find a patient by name or record number. */
export function Screen() {
  const navigate = useNavigate();
  const [address, change] = useAddress<ListAddress>();
  const [typed, setTyped] = useState(String(address.search ?? ''));
  const field = useRef<HTMLInputElement>(null);
  const later = useDebouncedCallback(
    (search: string) => change({ search: search === '' ? undefined : search }, { replace: true }),
    200,
  );
  const { total, error, rowAt, show } = useRows<PatientRow>({
    key: ['patients', 'list'],
    path: '/patients',
    query: { search: address.search },
  });
  const wide = useMediaQuery('(min-width: 80em)', true, { getInitialValueInEffect: false });
  const open = useCallback(({ id }: PatientRow) => void navigate({ to: `/patients/${id}` }), [navigate]);
  useCommands([
    {
      id: 'patients/search',
      label: 'Search patients',
      group: 'Patients',
      keys: '/',
      run: () => field.current?.focus(),
    },
  ]);
  return (
    <div className={classes['screen']}>
      <PageHeader title="Patients" about="What was done, how it helped, what is left, and from when." />
      <div className={classes['fill']}>
        <TextInput
          ref={field}
          w={360}
          maw="100%"
          aria-label="Search patients"
          placeholder="Name or record number"
          leftSection={<IconSearch size={17} />}
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            later(value);
          }}
        />
        {error && <ProblemNote error={error} title="The patients could not be listed" />}
        {!error && total === undefined && <Waiting what="Looking for patients" />}
        {total === 0 && (
          <EmptyState
            icon={IconUsers}
            title={address.search === undefined ? 'No patient yet' : 'Nobody like that'}
            text={
              address.search === undefined
                ? 'Patients come with a review that is kept for one, or from the record system through FHIR.'
                : 'Try the beginning of the first or last name, or of the record number.'
            }
          />
        )}
        {total !== undefined && total > 0 && (
          <VirtualTable
            label="Patients"
            columns={wide ? ALL : NARROW}
            total={total}
            rowAt={rowAt}
            onRange={show}
            onOpen={open}
          />
        )}
      </div>
    </div>
  );
}
