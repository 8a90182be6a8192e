import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ApiProblem } from '../../app/api/problem.ts';
import { useSession } from '../../app/session.tsx';
import { dayInWords } from '../../ui/day-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ScreenBody } from '../../ui/section.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Authorizations } from './authorizations.tsx';
import { BreakGlassForm } from './break-glass-form.tsx';
import { Encounters } from './encounters.tsx';
import { Left } from './left.tsx';
import { payerInWords } from '../../ui/words.ts';
import classes from './patients.module.css';
import { ledger, patient, type Patient } from './queries.ts';
import { Relief } from './relief.tsx';
import { TimelineView } from './timeline-view.tsx';

/** One patient: the sessions on a line of time, what is left of every limit, authorizations, encounters. */
export function Screen() {
  const { patient: id } = useParams({ strict: false }) as { patient: string };
  const { may } = useSession();
  const client = useQueryClient();
  const who = useQuery(patient(id));
  const told = useQuery(ledger(id));
  const error = who.error ?? told.error;
  if (error instanceof ApiProblem && isClosed(error) && may('break-glass'))
    return (
      <BreakGlassForm patient={id} onOpened={() => void client.invalidateQueries({ queryKey: ['patients', id] })} />
    );
  if (error)
    return (
      <ScreenBody>
        <PageHeader title="Patient" about={<Back />} />
        <ProblemNote error={error} title="This chart cannot be shown" />
      </ScreenBody>
    );
  if (!who.data || !told.data) return <Waiting what="Opening the chart" />;
  return (
    <>
      <PageHeader
        title={who.data.name}
        about={
          <>
            <Back />
            <span className={classes['who']}>{inWords(who.data)}</span>
          </>
        }
        actions={
          <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => print()}>
            Print
          </Button>
        }
      />
      <ScreenBody>
        <TimelineView ledger={told.data} />
        <Left ledger={told.data} />
        <Relief ledger={told.data} />
        <Authorizations items={told.data.authorizations} />
        <Encounters items={told.data.encounters} />
      </ScreenBody>
    </>
  );
}

/** The chart is there and not yours: it opens with a reason. */
function isClosed({ status }: ApiProblem): boolean {
  return status === 403;
}

function Back() {
  return (
    <Link to="/patients" className={`${classes['back']} is-screen-only`}>
      <IconArrowLeft size={15} aria-hidden="true" /> All patients
    </Link>
  );
}

function inWords({ birthDate, mrn, sex, state, physician, coverages, payer }: Patient): string {
  const cover = coverages.map(
    ({ payer: name, plan, sequence }) => `${[payerInWords(name), plan].filter(Boolean).join(' ')} (${sequence})`,
  );
  return [
    `born ${dayInWords(birthDate)}`,
    sex,
    `record ${mrn}`,
    state,
    cover.length > 0 ? cover.join(', ') : payer && payerInWords(payer),
    physician === undefined ? undefined : `seen by ${physician}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
