import { type Change, type Changes } from '../../app/search.ts';
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Batch } from '@interspace/server/contract/batches';
import classes from './claims.module.css';
import { FILTERS, isFiltered, type ClaimAddress } from './filter.ts';
import { causes } from './queries.ts';

interface Props {
  readonly batch: Batch;
  readonly address: ClaimAddress;
  readonly change: Change<ClaimAddress>;
  readonly total: number | undefined;
}

const SEVERITIES = [
  { value: 'block', label: 'To fix (block)' },
  { value: 'warn', label: 'To look at (warning)' },
  { value: 'note', label: 'Notes only' },
  { value: 'clean', label: 'Clean' },
];

/** Narrows the list. Every choice stands in the address, so that a narrowed list can be sent to a colleague. */
export function ClaimFilters({ batch, address, change, total }: Props) {
  const { data } = useQuery(causes(batch.id, batch.state === 'done'));
  const [search, setSearch] = useState(String(address.search ?? ''));
  useEffect(() => setSearch(String(address.search ?? '')), [address.search]);
  // A claim that was opened while the typed filter waited stays open.
  const later = useDebouncedCallback((changes: Changes<ClaimAddress>) => change(changes, { replace: true }), 250);
  const now = (changes: Changes<ClaimAddress>): void => change({ ...changes, claim: undefined, at: undefined });
  return (
    <div className={`${classes['filters']} is-screen-only`} role="search" aria-label="Filters">
      <TextInput
        aria-label="Claim number begins with"
        placeholder="Claim no."
        leftSection={<IconSearch size={16} />}
        value={search}
        onChange={({ currentTarget: { value } }) => {
          setSearch(value);
          later({ search: value || undefined });
        }}
        w={152}
      />
      <Select
        aria-label="Severity"
        placeholder="Any severity"
        data={SEVERITIES}
        value={address.severity ?? null}
        onChange={(value) => now({ severity: (value ?? undefined) as ClaimAddress['severity'] })}
        clearable
        clearButtonProps={{ 'aria-label': 'Any' }}
        w={160}
      />
      <Select
        aria-label="Rule"
        placeholder="Any rule"
        data={withChosen(
          data?.causes.map(({ id, claims }) => ({ value: id, label: `${id} (${claims})` })),
          address.rule,
        )}
        value={address.rule === undefined ? null : String(address.rule)}
        onChange={(value) => now({ rule: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Any' }}
        w={172}
        comboboxProps={{ width: 380, position: 'bottom-start' }}
      />
      <Select
        aria-label="Payer"
        placeholder="Any payer"
        data={withChosen(
          data?.payers.map(({ name }) => ({ value: name, label: name })),
          address.payer,
        )}
        value={address.payer === undefined ? null : String(address.payer)}
        onChange={(value) => now({ payer: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Any' }}
        w={152}
        comboboxProps={{ width: 280, position: 'bottom-start' }}
      />
      <Select
        aria-label="Provider"
        placeholder="Any provider"
        data={withChosen(
          data?.providers.map(({ name }) => ({ value: name, label: name })),
          address.provider,
        )}
        value={address.provider === undefined ? null : String(address.provider)}
        onChange={(value) => now({ provider: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Any' }}
        w={152}
        comboboxProps={{ width: 280, position: 'bottom-start' }}
      />
      <NumberInput
        aria-label="Money at risk at least, dollars"
        placeholder="At risk from $"
        prefix="$"
        thousandSeparator=","
        min={0}
        hideControls
        value={address.least ?? ''}
        onChange={(value) => later({ least: typeof value === 'number' ? value : undefined })}
        w={128}
      />
      {isFiltered(address) && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={18} />}
          onClick={() => now(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
        >
          Clear
        </Button>
      )}
      <span className={classes['count']} role="status">
        {total === undefined ? '' : `${total.toLocaleString('en-US')} ${total === 1 ? 'claim' : 'claims'}`}
      </span>
    </div>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What stands in the address is among the choices also while they are on their way. */
function withChosen(choices: readonly Choice[] = [], chosen: string | number | undefined): Choice[] {
  const distinct = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
  if (chosen === undefined || distinct.some(({ value }) => value === String(chosen))) return distinct;
  return [{ value: String(chosen), label: String(chosen) }, ...distinct];
}
