import { UnstyledButton } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PolicyRow } from '@interspace/server/contract/rulebook';
import type { Change } from '../../app/search.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { textOf, type RulebookAddress } from './address.ts';
import { PolicyFilters } from './policy-filters.tsx';
import { PolicyDetails } from './policy-details.tsx';
import { policies } from './queries.ts';
import classes from './rulebook.module.css';

interface Props {
  readonly address: RulebookAddress;
  readonly change: Change<RulebookAddress>;
}

/** Policies at the left, the chosen one beside them. */
export function Policies({ address, change }: Props) {
  const { contractor, state, on } = address;
  const filter = { search: textOf(address.search), code: textOf(address.code), contractor, state, on };
  const { data, error } = useQuery(policies(filter));
  // A search that leaves one policy opens it.
  const only = data?.items.length === 1 ? data.items[0]?.id : undefined;
  const chosen = address.policy ?? only;
  return (
    <>
      <PolicyFilters address={address} change={change} />
      <div className={classes['split']}>
        <nav className={`${classes['list']} is-screen-only`} aria-label="Policies">
          {error && <ProblemNote error={error} title="The policies could not be listed" />}
          {!error && data === undefined && <Waiting what="Reading the rulebook" />}
          {data?.items.length === 0 && (
            <EmptyState
              title="No policy like that"
              text="None of the modelled policies fits all of the filters. That does not say that none exists: a line that none speaks about is told as “not judged”."
            />
          )}
          {byPayer(data?.items ?? []).map(([payer, rows]) => (
            <section key={payer} aria-label={payer}>
              <h2 className={classes['payer']}>{payer}</h2>
              <ul>
                {rows.map((row) => (
                  <li key={row.id}>
                    <PolicyChoice
                      row={row}
                      chosen={row.id === chosen}
                      onChoose={() => change({ policy: row.id, document: undefined })}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <div className={classes['details']} tabIndex={-1}>
          {chosen === undefined ? (
            <EmptyState
              icon={IconScale}
              title="Choose a policy"
              text="Its criteria then stand here as they are in force on a day: what they ask, where it is written, since when, and the cases that prove it."
            />
          ) : (
            <PolicyDetails id={chosen} address={address} change={change} />
          )}
        </div>
      </div>
    </>
  );
}

/** Payers with most documents first: where a practice's work is. */
function byPayer(rows: readonly PolicyRow[]): [string, PolicyRow[]][] {
  const groups = new Map<string, PolicyRow[]>();
  for (const row of rows) groups.set(row.payer, [...(groups.get(row.payer) ?? []), row]);
  const size = ([, all]: [string, PolicyRow[]]): number =>
    all.reduce((sum, { documents }) => sum + documents.length, 0);
  return [...groups].sort((one, other) => size(other) - size(one) || one[0].localeCompare(other[0]));
}

function PolicyChoice({ row, chosen, onChoose }: { row: PolicyRow; chosen: boolean; onChoose: () => void }) {
  const { title, criteria, documents } = row;
  return (
    <UnstyledButton className={classes['choice']} aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
      <strong>{title}</strong>
      <span className={classes['quiet']}>
        {criteria} {criteria === 1 ? 'criterion' : 'criteria'} · {documents.length}{' '}
        {documents.length === 1 ? 'document' : 'documents'}
      </span>
    </UnstyledButton>
  );
}
