import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientRow } from '@interspace/server/contract/patients';
import { api } from '../../app/api/client.ts';
import { useSession } from '../../app/session.tsx';
import { dayInWords } from '../day-text.tsx';
import classes from './context.module.css';

interface Chosen {
  readonly id: string;
  readonly name: string;
}
interface Props {
  readonly patient: Chosen | undefined;
  readonly onChange: (patient: Chosen | undefined) => void;
}

/** Whose encounter it is: earlier sessions then count, and the answer is kept. Nobody may be chosen: nothing is kept then. */
export function PatientPicker({ patient, onChange }: Props) {
  const { may } = useSession();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed === patient?.name ? '' : typed, 150);
  const { data } = useQuery({
    queryKey: ['patients', 'picker', search],
    queryFn: ({ signal }) => api.get<{ items: PatientRow[] }>('/patients', { query: { search, limit: 20 }, signal }),
    enabled: may('chart:read'),
    placeholderData: (before) => before,
  });
  if (!may('chart:read')) return null;
  const rows = data?.items ?? [];
  const options = rows.map(({ id, name }) => ({ value: id, label: name }));
  if (patient && !options.some(({ value }) => value === patient.id))
    options.unshift({ value: patient.id, label: patient.name });
  return (
    <Select
      label="Patient"
      placeholder="Nobody"
      data={options}
      value={patient?.id ?? null}
      onChange={(id) =>
        onChange(options.flatMap(({ value, label }) => (value === id ? [{ id: value, name: label }] : []))[0])
      }
      searchable
      selectFirstOptionOnChange
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      clearable
      clearButtonProps={{ 'aria-label': 'Nobody' }}
      nothingFoundMessage="No patient of this name"
      renderOption={({ option }) => {
        const row = rows.find(({ id }) => id === option.value);
        return (
          <span className={classes['person']}>
            {option.label}
            {row && (
              <span className={classes['quiet']}>
                {dayInWords(row.birthDate)} · {row.mrn}
              </span>
            )}
          </span>
        );
      }}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      className={classes['wide']}
    />
  );
}
