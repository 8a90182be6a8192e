import type { ReactNode } from 'react';
import classes from './desk.module.css';

interface Props {
  readonly title: string;
  readonly actions: ReactNode;
  readonly context: ReactNode;
  readonly given: ReactNode;
  /** What the left side holds, for those who cannot see it. */
  readonly givenName: string;
  readonly answer: ReactNode;
  readonly busy: boolean;
}

/** The place where an encounter is judged: above its context, left what is given, right the answer. */
export function Desk({ title, actions, context, given, givenName, answer, busy }: Props) {
  return (
    <div className={classes['desk']}>
      <header className={classes['top']}>
        <div className={classes['titleRow']}>
          <h1 className={classes['title']}>{title}</h1>
          <div className={`${classes['actions']} is-screen-only`}>{actions}</div>
        </div>
        {context}
      </header>
      <div className={classes['panes']}>
        <section className={classes['given']} aria-label={givenName}>
          {given}
        </section>
        <section className={classes['answer']} aria-label="Answer" aria-busy={busy}>
          {answer}
        </section>
      </div>
    </div>
  );
}
