import { useId, type ReactNode } from 'react';
import classes from './section.module.css';

interface Props {
  readonly title: string;
  /** One quiet sentence below the title. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A named part of a screen on its own ground. */
export function Section({ title, about, actions, children }: Props) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['head']}>
        <div>
          <h2 id={id} className={classes['title']}>
            {title}
          </h2>
          {about && <p className={classes['about']}>{about}</p>}
        </div>
        {actions && <div className={`${classes['actions']} is-screen-only`}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** A part of a screen has nothing to show, and this is why: smaller than an `EmptyState`, which is for a whole screen. */
export function Nothing({ text }: { text: ReactNode }) {
  return <p className={classes['about']}>{text}</p>;
}

/** The scrolling body of a screen below its header. */
export function ScreenBody({ children }: { children: ReactNode }) {
  return <div className={classes['body']}>{children}</div>;
}
