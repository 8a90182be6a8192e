import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useSession } from '../../app/session.tsx';
import { useSteady } from '../../app/use-steady.ts';
import classes from './answer.module.css';
import { Authorizations } from './authorizations.tsx';
import { Changes } from './changes.tsx';
import { Coverage } from './coverage.tsx';
import { Findings } from './findings.tsx';
import { LedgerStrip } from './ledger-strip.tsx';
import { Lines } from './lines.tsx';
import { Questions } from './questions.tsx';
import { Trace } from './trace.tsx';
import { type CaseWork, statedLines } from './use-case.ts';
import { Verdict } from './verdict.tsx';
import { Ways } from './ways.tsx';

/** The whole answer: verdict, lines, questions, findings, coverage, authorization, ledger, and what was not judged. */
export function AnswerPanel({ work }: { work: CaseWork }) {
  const { may } = useSession();
  const { kase, review, request, changes, judging, findings, answer, takeBack, setLines, record } = work;
  const copy = useSteady(() => {
    if (!review) return;
    const rows = (kase.lines ?? statedLines(review)).map(({ code, modifiers, units, diagnoses }) =>
      [code, modifiers.join(' '), units, diagnoses.join(' ')].join('\t'),
    );
    void navigator.clipboard
      .writeText(rows.join('\n'))
      .then(() =>
        notifications.show({ message: `${rows.length} lines are on the clipboard, ready to be pasted into a table.` }),
      );
  });
  if (!review) return null;
  const mayAnswer = may('answer');
  const open = review.determinations.some(({ outcome }) => outcome === 'fails' || outcome === 'incomplete');
  return (
    <div className={classes['panel']} data-judging={judging || undefined}>
      <div>
        <Verdict review={review} findings={findings} judging={judging} />
        <Changes changes={changes} />
      </div>
      <Section id="lines" title="Lines on the claim">
        <Lines review={review} findings={findings} edited={kase.lines} onChange={setLines} onCopy={copy} />
      </Section>
      {(review.prompts.length > 0 || kase.answers.length > 0) && (
        <Section id="questions" title="Questions" count={review.prompts.length}>
          <Questions
            prompts={review.prompts}
            answers={kase.answers}
            onAnswer={answer}
            onTakeBack={takeBack}
            mayAnswer={mayAnswer}
          />
        </Section>
      )}
      <Section id="findings" title="Findings" count={findings.length}>
        {findings.length === 0 ? (
          <p className={classes['quiet']}>Nothing to fix and nothing to look at.</p>
        ) : (
          <Findings findings={findings} />
        )}
      </Section>
      <Section id="coverage" title="Coverage">
        {open && <Ways request={request} onAnswer={answer} mayAnswer={mayAnswer} />}
        <Coverage determinations={review.determinations} lines={review.lines} />
      </Section>
      <Section id="authorization" title="Prior authorization" count={review.authorization.length}>
        <Authorizations authorization={review.authorization} />
      </Section>
      {kase.patient && (
        <Section id="ledger" title="Earlier sessions">
          <LedgerStrip
            patient={kase.patient}
            on={review.trace.dateOfService}
            families={[...new Set(review.procedures.map(({ family }) => family))]}
          />
        </Section>
      )}
      <Section id="trace" title="Not evaluated" count={review.trace.notEvaluated.length}>
        <Trace trace={review.trace} record={record} />
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

function Section({ id, title, count, children }: SectionProps) {
  return (
    <section className={classes['section']} aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
        {count !== undefined && count > 0 && <span className={classes['count']}>{count}</span>}
      </h2>
      {children}
    </section>
  );
}
