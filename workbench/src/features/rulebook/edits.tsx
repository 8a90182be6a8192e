import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Change } from '../../app/search.ts';
import { DayText } from '../../ui/day-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { textOf, type RulebookAddress } from './address.ts';
import { edits, type EditRow } from './queries.ts';
import classes from './rulebook.module.css';
import { withBlanks } from './words.ts';

interface Props {
  readonly address: RulebookAddress;
  readonly change: Change<RulebookAddress>;
}

const SEVERITIES: ReadonlySet<string> = new Set(['block', 'warn', 'note']);

const COLUMNS: readonly Column<EditRow>[] = [
  {
    key: 'title',
    header: 'Check',
    by: ({ title }) => title,
    cell: ({ id, title }) => (
      <>
        <div>{withBlanks(title)}</div>
        <code className={classes['id']}>{id}</code>
      </>
    ),
  },
  { key: 'kind', header: 'Kind', by: ({ kind }) => kind, cell: ({ kind }) => kind },
  {
    key: 'severity',
    header: 'Severity',
    by: ({ severity }) => severity,
    cell: ({ severity }) =>
      SEVERITIES.has(severity) ? <SeverityBadge severity={severity as 'block' | 'warn' | 'note'} /> : severity,
  },
  {
    key: 'from',
    header: 'Since',
    by: ({ from }) => from,
    cell: ({ from }) => (from ? <DayText day={from} /> : 'always'),
    extra: true,
  },
  {
    key: 'source',
    header: 'Source',
    by: ({ citation }) => citation?.document,
    cell: ({ citation }) =>
      citation === undefined
        ? '–'
        : `${[citation.document, citation.section].filter(Boolean).join(', ')}: ${citation.gist}`,
  },
];

/** Every check that a claim goes through, with its reason. */
export function Edits({ address, change }: Props) {
  const later = useDebouncedCallback(
    (changes: Partial<RulebookAddress>) => change(changes as RulebookAddress, { replace: true }),
    250,
  );
  const { data, error } = useQuery(edits(textOf(address.code), textOf(address.search)));
  return (
    <div className={classes['scroll']}>
      <div className={`${classes['filters']} is-screen-only`} role="search" aria-label="Filters">
        <TextInput
          label="Words or rule"
          placeholder="units, modifier 50"
          leftSection={<IconSearch size={16} />}
          defaultValue={address.search ?? ''}
          onChange={({ currentTarget: { value } }) => later({ search: value })}
          w={260}
        />
        <TextInput
          label="Code"
          placeholder="5-digit code"
          defaultValue={address.code ?? ''}
          onChange={({ currentTarget: { value } }) => later({ code: value.trim() })}
          w={130}
        />
        <span className={classes['count']} role="status">
          {data === undefined ? '' : `${data.total} ${data.total === 1 ? 'check' : 'checks'}`}
        </span>
      </div>
      {error && <ProblemNote error={error} title="The checks could not be listed" />}
      {!error && data === undefined && <Waiting what="Reading the rulebook" />}
      {data?.items.length === 0 && (
        <EmptyState title="No check like that" text="Take away a word, or look for a part of the rule's name." />
      )}
      {data !== undefined && data.items.length > 0 && (
        <ListTable label="Claim edits" columns={COLUMNS} rows={data.items} rowKey={({ id }) => id} />
      )}
    </div>
  );
}
