import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPrinter, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { DayText } from '../../ui/day-text.tsx';
import { Money } from '../../ui/money.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { ClaimCoverage } from './claim-coverage.tsx';
import { ClaimFindings } from './claim-findings.tsx';
import { ClaimLines } from './claim-lines.tsx';
import classes from './claims.module.css';
import { claim } from './queries.ts';

interface Props {
  readonly batch: string;
  readonly number: number;
  readonly onClose: () => void;
  readonly onStep: (by: number) => void;
}

/** One claim: why it stops first, then its lines and what the policies say. */
export function ClaimPanel({ batch, number, onClose, onStep }: Props) {
  const { data, error } = useQuery(claim(batch, number));
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it by key reads on here; Escape goes back to the list.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [data !== undefined]);
  return (
    <aside
      className={classes['panel']}
      aria-label={`Claim ${data?.id ?? number}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <h2 className={classes['panelTitle']} ref={heading} tabIndex={-1}>
            Claim {data?.id ?? ''}
          </h2>
          {data && <SeverityBadge severity={data.severity} />}
        </div>
        <Group gap={4} wrap="nowrap" className="is-screen-only">
          <ActionIcon variant="subtle" color="gray" aria-label="Previous claim (K)" onClick={() => onStep(-1)}>
            <IconArrowUp size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label="Next claim (J)" onClick={() => onStep(1)}>
            <IconArrowDown size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label="Print this claim" onClick={() => print()}>
            <IconPrinter size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label="Close the claim (Esc)" onClick={onClose}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
      </Group>
      {error && (
        <>
          <ProblemNote error={error} title="This claim cannot be shown" />
          <Button variant="default" onClick={onClose}>
            Back to the list
          </Button>
        </>
      )}
      {!error && !data && <Waiting what="Opening the claim" />}
      {data && (
        <>
          <dl className={classes['facts']}>
            <Fact name="Place in the file">{data.number.toLocaleString('en-US')}</Fact>
            <Fact name="Date of service">{data.date ? <DayText day={data.date} /> : 'not stated'}</Fact>
            <Fact name="Payer">{data.payer ?? 'not stated'}</Fact>
            <Fact name="Provider">{data.provider ?? 'not stated'}</Fact>
            <Fact name="Charge">
              <Money cents={data.charge} />
            </Fact>
            <Fact name="At risk">
              <Money cents={data.atRisk} />
            </Fact>
          </dl>
          <ClaimFindings findings={data.all} />
          <ClaimLines lines={data.lines} findings={data.all} />
          <ClaimCoverage coverage={data.coverage} lines={data.lines} on={data.date} />
        </>
      )}
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
