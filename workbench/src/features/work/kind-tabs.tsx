import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WorkItem } from '@interspace/server/contract/patients';
import { KINDS } from './kinds.ts';
import { counts } from './queries.ts';
import classes from './work.module.css';

interface Props {
  readonly chosen: WorkItem['kind'] | undefined;
  readonly onChoose: (kind: WorkItem['kind'] | undefined) => void;
}

/** How much of each kind is not resolved; pressed, only that kind is listed. */
export function KindTabs({ chosen, onChoose }: Props) {
  const { data } = useQuery(counts());
  const all = data === undefined ? undefined : KINDS.reduce((sum, { kind }) => sum + (data[kind] ?? 0), 0);
  return (
    <div className={`${classes['tabs']} is-screen-only`} role="group" aria-label="Kind of work">
      <UnstyledButton
        className={classes['tab']}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        All <span className={classes['badge']}>{all ?? ''}</span>
      </UnstyledButton>
      {KINDS.map(({ kind, many, about, icon: Icon }) => (
        <UnstyledButton
          key={kind}
          className={classes['tab']}
          aria-pressed={chosen === kind}
          title={about}
          onClick={() => onChoose(chosen === kind ? undefined : kind)}
        >
          <Icon size={17} stroke={1.7} /> {many}{' '}
          <span className={classes['badge']}>{data?.[kind] ?? (data ? 0 : '')}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
