import { Button, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Change } from '../../app/search.ts';
import { useCommands } from '../../app/commands.tsx';
import type { RulebookAddress } from './address.ts';
import classes from './rulebook.module.css';

interface Props {
  readonly address: RulebookAddress;
  readonly change: Change<RulebookAddress>;
}

const FIELDS = [
  { name: 'code', label: 'Code', placeholder: '5-digit code', width: 120 },
  { name: 'contractor', label: 'Contractor', placeholder: 'Any', width: 150 },
  { name: 'state', label: 'State', placeholder: 'FL', width: 76 },
] as const;

/** Narrows the policies: by words, code, contractor, state and the day on which they are in force. */
export function PolicyFilters({ address, change }: Props) {
  // Typed text is the field's own; the address follows. A fresh form takes what the address says.
  const [round, setRound] = useState(0);
  const later = useDebouncedCallback(
    (name: string, value: string) => change({ [name]: value === '' ? undefined : value }, { replace: true }),
    250,
  );
  const filtered = [address.search, address.code, address.contractor, address.state, address.on].some(Boolean);
  const clear = (): void => {
    change({ search: undefined, code: undefined, contractor: undefined, state: undefined, on: undefined });
    setRound((old) => old + 1);
  };
  useCommands([
    {
      id: 'rulebook/search',
      label: 'Search the rulebook',
      group: 'Rulebook',
      keys: '/',
      run: () => document.querySelector<HTMLInputElement>('#rulebook-search')?.focus(),
    },
  ]);
  return (
    <div className={`${classes['filters']} is-screen-only`} role="search" aria-label="Filters" key={round}>
      <TextInput
        id="rulebook-search"
        label="Words or document"
        placeholder="epidural, L33906"
        leftSection={<IconSearch size={16} />}
        defaultValue={address.search ?? ''}
        onChange={({ currentTarget: { value } }) => later('search', value)}
        w={210}
      />
      {FIELDS.map(({ name, label, placeholder, width }) => (
        <TextInput
          key={name}
          label={label}
          placeholder={placeholder}
          defaultValue={address[name] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            later(name, name === 'state' ? value.trim().toUpperCase() : value.trim())
          }
          w={width}
          {...(name === 'state' ? { maxLength: 2 } : {})}
        />
      ))}
      <DateInput
        label="In force on"
        placeholder="Any day"
        valueFormat="MM/DD/YYYY"
        value={address.on ?? null}
        onChange={(day) => change({ on: day ?? undefined }, { replace: true })}
        clearable
        clearButtonProps={{ 'aria-label': 'Any day' }}
        w={150}
      />
      {filtered && (
        <Button variant="subtle" leftSection={<IconFilterOff size={18} />} onClick={clear}>
          Clear
        </Button>
      )}
    </div>
  );
}
