import { Button, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Change } from '../../app/search.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { RulebookAddress } from './address.ts';
import { LawChangeCard } from './law-change-card.tsx';
import { diff, policies } from './queries.ts';
import classes from './rulebook.module.css';

interface Props {
  readonly address: RulebookAddress;
  readonly change: Change<RulebookAddress>;
}

const FIRST = 40;

/** The law of two days side by side, and which of the practice's own cases a change touches. */
export function Compare({ address, change }: Props) {
  const { from = '', to = '' } = address;
  const [shown, setShown] = useState(FIRST);
  const names = useQuery(policies({}));
  const { data, error, isFetching } = useQuery(diff(from, to, address.policy));
  const wrong = from !== '' && to !== '' && from >= to;
  return (
    <div className={classes['scroll']}>
      <div className={classes['filters']}>
        <DateInput
          label="The law of"
          placeholder="MM/DD/YYYY"
          valueFormat="MM/DD/YYYY"
          value={address.from ?? null}
          onChange={(day) => change({ from: day ?? undefined }, { replace: true })}
          w={150}
        />
        <DateInput
          label="and of"
          placeholder="MM/DD/YYYY"
          valueFormat="MM/DD/YYYY"
          value={address.to ?? null}
          onChange={(day) => change({ to: day ?? undefined }, { replace: true })}
          error={wrong ? 'The second day must be later' : undefined}
          w={150}
        />
        <Select
          label="Policy"
          placeholder="All policies and edits"
          data={names.data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? []}
          value={address.policy ?? null}
          onChange={(one) => change({ policy: one ?? undefined }, { replace: true })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'All policies and edits' }}
          w={300}
        />
        {(from === '' || to === '') && (
          <Button variant="default" onClick={() => change(thisYear())}>
            Since the beginning of the year
          </Button>
        )}
      </div>
      {(from === '' || to === '') && (
        <EmptyState
          icon={IconArrowsDiff}
          title="Choose two days"
          text="A change of the law is dated. What is added, removed or changed between the two days stands here side by side."
        />
      )}
      {error && <ProblemNote error={error} title="The two days could not be compared" />}
      {isFetching && data === undefined && <Waiting what="Comparing" />}
      {data !== undefined && !wrong && data.changes.length === 0 && (
        <EmptyState title="Nothing changed" text="The law of both days is the same, as far as it is modelled here." />
      )}
      {data !== undefined && !wrong && data.changes.length > 0 && (
        <>
          <p role="status" className={classes['quiet']}>
            {data.changes.length} {data.changes.length === 1 ? 'change' : 'changes'}
          </p>
          {data.changes.slice(0, shown).map((one) => (
            <LawChangeCard key={`${one.kind} ${one.id} ${one.change}`} change={one} from={data.from} to={data.to} />
          ))}
          {data.changes.length > shown && (
            <Button variant="default" mt="sm" onClick={() => setShown(shown + FIRST)}>
              Show {Math.min(FIRST, data.changes.length - shown)} more
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function thisYear(): RulebookAddress {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    from: `${now.getFullYear() - 1}-12-31`,
    to: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  };
}
