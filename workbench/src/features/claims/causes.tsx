import { useCallback, useMemo } from 'react';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@interspace/server/contract/batches';
import { useAddress, type Changes } from '../../app/search.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import type { ChartColours } from '../../ui/chart/colours.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { wholeDollars } from '../../ui/money.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ScreenBody, Section } from '../../ui/section.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { barsOption, heightOf, type Bar } from './causes-option.ts';
import { CauseTable, GroupTable } from './causes-table.tsx';
import type { ClaimAddress } from './filter.ts';
import { causes, type Causes } from './queries.ts';

const MOST = 12;

/** Why claims of a file stop, and what it costs: by rule, by payer, by provider. A bar leads to its claims. */
export function CausesView({ batch }: { batch: Batch }) {
  const { data, error } = useQuery(causes(batch.id, batch.state === 'done'));
  if (batch.state !== 'done')
    return (
      <EmptyState
        title="Not counted yet"
        text="Causes and dollars are counted when the whole file has been judged. The claims can be read already."
      />
    );
  if (error) return <ProblemNote error={error} title="The causes could not be counted" />;
  if (data === undefined) return <Waiting what="Counting" />;
  return <Told data={data} />;
}

function Told({ data }: { data: Causes }) {
  const [address, change] = useAddress<ClaimAddress & { by?: string }>();
  const by = address.by === 'claims' ? 'claims' : 'charges';
  const told = useCallback(
    (value: number) => (by === 'charges' ? wholeDollars(value) : `${value.toLocaleString('en-US')} claims`),
    [by],
  );
  const worst = useMemo(() => data.causes.toSorted((one, other) => other[by] - one[by]).slice(0, MOST), [data, by]);
  const bars = useMemo<Bar[]>(
    () => worst.map(({ id, severity, ...cause }) => ({ name: id, value: cause[by], tone: severity })),
    [worst, by],
  );
  const option = useCallback((colours: ChartColours) => barsOption(bars, told, colours), [bars, told]);
  const only = (filter: Changes<ClaimAddress>): void =>
    change({ ...filter, view: undefined, sort: 'risk', order: 'desc' });
  return (
    <ScreenBody>
      <Section
        title="Causes"
        about="What stops claims or wants a look. One claim may have several causes, so the bars do not add up to the file."
        actions={
          <SegmentedControl
            size="xs"
            aria-label="Measure"
            value={by}
            onChange={(value) => change({ by: value }, { replace: true })}
            data={[
              { value: 'charges', label: 'Dollars' },
              { value: 'claims', label: 'Claims' },
            ]}
          />
        }
      >
        {worst.length === 0 ? (
          <EmptyState title="Nothing found" text="No claim of this file has a finding." />
        ) : (
          <Chart
            title={by === 'charges' ? 'Charges of the claims with each finding' : 'Claims with each finding'}
            says={`The largest: ${worst[0]?.id ?? ''} with ${told(worst[0]?.[by] ?? 0)}. Red bars block, brown ones warn, grey ones are notes.`}
            option={option}
            height={heightOf(bars)}
            table={<CauseTable causes={data.causes} onPick={(rule) => only({ rule })} />}
            onPick={(index) => only({ rule: worst[index]?.id })}
          />
        )}
      </Section>
      <Groups title="Payers" rows={data.payers} onPick={(payer) => only({ payer })} />
      <Groups title="Providers" rows={data.providers} onPick={(provider) => only({ provider })} />
      <Section title="What this was judged with">
        <p>{data.history}</p>
        <ul>
          {Object.entries(data.editions).map(([edition, claims]) => (
            <li key={edition}>
              {edition}: {claims.toLocaleString('en-US')} claims
            </li>
          ))}
          {data.notEvaluated.map((text) => (
            <li key={text}>Not evaluated: {text}</li>
          ))}
        </ul>
      </Section>
    </ScreenBody>
  );
}

interface GroupsProps {
  readonly title: string;
  readonly rows: Causes['payers'];
  readonly onPick: (name: string) => void;
}

function Groups({ title, rows, onPick }: GroupsProps) {
  const worst = useMemo(() => rows.toSorted((one, other) => other.atRisk - one.atRisk).slice(0, MOST), [rows]);
  const bars = useMemo<Bar[]>(
    () => worst.map(({ name, atRisk }) => ({ name, value: atRisk, tone: 'accent' })),
    [worst],
  );
  const option = useCallback((colours: ChartColours) => barsOption(bars, wholeDollars, colours), [bars]);
  if (worst.length === 0) return null;
  return (
    <Section title={title}>
      <Chart
        title={`Money at risk by ${title.toLowerCase().replace(/s$/, '')}`}
        says={`The largest: ${worst[0]?.name ?? ''} with ${wholeDollars(worst[0]?.atRisk ?? 0)}.`}
        option={option}
        height={heightOf(bars)}
        table={<GroupTable label={title} rows={rows} onPick={onPick} />}
        onPick={(index) => onPick(worst[index]?.name ?? '')}
      />
    </Section>
  );
}
