import { Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMoodHappy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { WorkItem } from '@interspace/server/contract/patients';
import { useRows } from '../../app/api/use-rows.ts';
import { useCommands } from '../../app/commands.tsx';
import { useAddress } from '../../app/search.ts';
import { useSession } from '../../app/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { WorkAddress } from './address.ts';
import { workColumns } from './columns.tsx';
import { ItemPanel } from './item-panel.tsx';
import { KindTabs } from './kind-tabs.tsx';
import { colleagues } from './queries.ts';
import classes from './work.module.css';

const STATE_CHOICES = [
  { value: 'unresolved', label: 'Not resolved' },
  { value: 'open', label: 'Open' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'resolved', label: 'Resolved' },
];

/** What waits for somebody: most urgent first, one key to the next. */
export function Screen() {
  const { user, may } = useSession();
  const [address, change] = useAddress<WorkAddress>();
  const { data: people = [] } = useQuery({ ...colleagues(), enabled: may('work:write') });
  const { total, error, rowAt, show } = useRows<WorkItem>({
    key: ['work', 'list'],
    path: '/work-items',
    query: { kind: address.kind, state: address.state, assignee: address.who },
  });
  const open = useCallback(({ id }: WorkItem, at: number) => change({ item: id, at }), [change]);
  const step = (by: number): void => {
    const at = Math.max(0, (address.at ?? -1) + by);
    const row = rowAt(at);
    if (row) change({ item: row.id, at }, { replace: address.item !== undefined });
  };
  useCommands([
    { id: 'work/next', label: 'Next item', group: 'Work queue', keys: 'j', run: () => step(1) },
    { id: 'work/previous', label: 'Previous item', group: 'Work queue', keys: 'k', run: () => step(-1) },
    { id: 'work/mine', label: 'Show my items', group: 'Work queue', run: () => change({ who: 'me' }) },
  ]);
  const wide = useMediaQuery('(min-width: 80em)', true, { getInitialValueInEffect: false });
  const close = (): void => change({ item: undefined, at: undefined });
  return (
    <div className={classes['screen']}>
      <PageHeader
        title="Work queue"
        about="What waits for somebody here, the most urgent first. J and K walk through it."
        actions={
          <>
            <Select
              aria-label="State"
              w={150}
              data={STATE_CHOICES}
              value={address.state ?? 'unresolved'}
              allowDeselect={false}
              onChange={(state) =>
                change({
                  state: state === 'unresolved' ? undefined : ((state ?? undefined) as WorkAddress['state']),
                  item: undefined,
                  at: undefined,
                })
              }
            />
            <Select
              aria-label="Assigned to"
              w={190}
              placeholder="Anybody's"
              clearable
              searchable
              data={[
                { value: 'me', label: 'Mine' },
                { value: 'nobody', label: "Nobody's yet" },
                ...people.filter(({ id }) => id !== user?.id).map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={address.who ?? null}
              onChange={(who) => change({ who: who ?? undefined, item: undefined, at: undefined })}
            />
          </>
        }
      />
      <KindTabs chosen={address.kind} onChoose={(kind) => change({ kind, item: undefined, at: undefined })} />
      <div className={classes['split']} data-open={address.item !== undefined || undefined}>
        <div className={classes['list']}>
          {error && <ProblemNote error={error} title="The work could not be listed" />}
          {!error && total === undefined && <Waiting what="Looking for work" />}
          {total === 0 && (
            <EmptyState
              icon={IconMoodHappy}
              title="Nothing waits here"
              text={
                address.kind === undefined && address.who === undefined && address.state === undefined
                  ? 'Reviews with open questions, claims on hold, authorizations that end and rules that need reading come here by themselves.'
                  : 'Nothing fits these filters. Other kinds, states or people may have some.'
              }
            />
          )}
          {total !== undefined && total > 0 && (
            <VirtualTable
              label="Work items"
              columns={workColumns(address.item !== undefined, wide)}
              total={total}
              rowAt={rowAt}
              onRange={show}
              onOpen={open}
              chosen={address.item === undefined ? undefined : address.at}
              rowHeight={44}
            />
          )}
        </div>
        {address.item !== undefined && (
          <ItemPanel key={address.item} id={address.item} people={people} onClose={close} onStep={step} />
        )}
      </div>
    </div>
  );
}
