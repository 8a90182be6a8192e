import { Button, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Change } from '../../app/search.ts';
import classes from './audit.module.css';

/** Filters as they stand in the address. */
export type AuditAddress = {
  readonly [key: string]: string | undefined;
  readonly action?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly through?: string;
};

interface Props {
  readonly address: AuditAddress;
  readonly change: Change<AuditAddress>;
  readonly total: number | undefined;
}

/** Narrows the log by act, by what it was done with, and by days. */
export function AuditFilters({ address, change, total }: Props) {
  // Typed text is the field's own; cleared, the fields begin again.
  const [round, setRound] = useState(0);
  const later = useDebouncedCallback((changes: AuditAddress) => change(changes, { replace: true }), 250);
  const filtered = [address.action, address.subject, address.from, address.through].some(Boolean);
  return (
    <div className={`${classes['filters']} is-screen-only`} role="search" aria-label="Filters" key={round}>
      <TextInput
        label="Act begins with"
        placeholder="chart, account …"
        defaultValue={address.action ?? ''}
        onChange={({ currentTarget: { value } }) => later({ action: value.trim() })}
        w={210}
      />
      <TextInput
        label="Done with"
        placeholder="patient 6f0c…"
        defaultValue={address.subject ?? ''}
        onChange={({ currentTarget: { value } }) => later({ subject: value.trim() })}
        w={230}
      />
      {(['from', 'through'] as const).map((name) => (
        <DateInput
          key={name}
          label={name === 'from' ? 'From' : 'Through'}
          placeholder="Any day"
          valueFormat="MM/DD/YYYY"
          value={address[name] ?? null}
          onChange={(day) => change({ [name]: day ?? undefined }, { replace: true })}
          clearable
          clearButtonProps={{ 'aria-label': 'Any day' }}
          w={150}
        />
      ))}
      {filtered && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={18} />}
          onClick={() => {
            change({ action: undefined, subject: undefined, from: undefined, through: undefined });
            setRound((old) => old + 1);
          }}
        >
          Clear
        </Button>
      )}
      <span className={classes['count']} role="status">
        {total === undefined ? '' : `${total.toLocaleString('en-US')} ${total === 1 ? 'entry' : 'entries'}`}
      </span>
    </div>
  );
}
