import { ActionIcon, Anchor, Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconExternalLink, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Colleague, WorkItem } from '@interspace/server/contract/patients';
import { useSession } from '../../app/session.tsx';
import { DayText, MomentText } from '../../ui/day-text.tsx';
import { Money } from '../../ui/money.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { wordOf } from '../../ui/words.ts';
import { AnswerForm } from './answer-form.tsx';
import { Comments } from './comments.tsx';
import { KindSign } from './columns.tsx';
import { Handling } from './handling.tsx';
import { dueInWords, kindOf, STATES } from './kinds.ts';
import { item } from './queries.ts';
import { today } from './today.ts';
import classes from './work.module.css';

interface Props {
  readonly id: string;
  readonly people: readonly Colleague[];
  readonly onClose: () => void;
  readonly onStep: (by: number) => void;
}

/** One item: what it is, what to do, who has it; a question is answered here. */
export function ItemPanel({ id, people, onClose, onStep }: Props) {
  const { data, error } = useQuery(item(id));
  return (
    <aside
      className={classes['panel']}
      aria-label={data?.title ?? 'Work item'}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Group justify="space-between" wrap="nowrap">
        {data ? <KindSign kind={data.kind} /> : <span />}
        <Group gap={4} wrap="nowrap" className="is-screen-only">
          <ActionIcon variant="subtle" color="gray" aria-label="Previous item (K)" onClick={() => onStep(-1)}>
            <IconArrowUp size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label="Next item (J)" onClick={() => onStep(1)}>
            <IconArrowDown size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label="Close the item (Esc)" onClick={onClose}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
      </Group>
      {error && <ProblemNote error={error} title="This item cannot be shown" />}
      {!error && !data && <Waiting what="Opening the item" />}
      {data && <Told item={data} people={people} />}
    </aside>
  );
}

function Told({ item, people }: { item: WorkItem; people: readonly Colleague[] }) {
  const { may } = useSession();
  const { title, detail, kind, state, due, amount, created, patient, encounter, finding, question } = item;
  return (
    <>
      <h2 className={classes['panelTitle']}>{title}</h2>
      {detail && <p className={classes['detail']}>{detail}</p>}
      <dl className={classes['facts']}>
        <Fact name="State">{STATES[state]}</Fact>
        <Fact name="For">{item.role}</Fact>
        {due && (
          <Fact name="Due">
            <DayText day={due} /> ({dueInWords(due, today())})
          </Fact>
        )}
        {amount !== undefined && (
          <Fact name="Amount">
            <Money cents={amount} />
          </Fact>
        )}
        {patient && (
          <Fact name="Patient">
            {may('chart:read') ? (
              <Anchor component={Link} {...({ to: `/patients/${patient.id}` } as object)}>
                {patient.name}
              </Anchor>
            ) : (
              patient.name
            )}
          </Fact>
        )}
        <Fact name="Since">
          <MomentText at={created} />
        </Fact>
        {finding && (
          <Fact name="About">
            {question === undefined ? <code>{finding}</code> : wordOf(finding.replaceAll('.', ': '))}
          </Fact>
        )}
      </dl>
      <Group gap="xs" className="is-screen-only">
        {encounter && may('review') && (
          <Button
            component={Link}
            {...({ to: '/review', search: { encounter } } as object)}
            variant="default"
            leftSection={<IconExternalLink size={17} />}
          >
            Open in Review
          </Button>
        )}
        {kind === 'stale-rule' && finding && (
          <Button
            component={Link}
            {...({ to: '/rulebook', search: { search: finding } } as object)}
            variant="default"
            leftSection={<IconExternalLink size={17} />}
          >
            Open in the rulebook
          </Button>
        )}
      </Group>
      {question && state !== 'resolved' && <AnswerForm item={item} question={question} />}
      {may('work:write') && <Handling item={item} people={people} />}
      <Comments item={item} />
      <p className={classes['quiet']}>{kindOf(kind).about}</p>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
