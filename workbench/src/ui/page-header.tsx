import type { ReactNode } from 'react';
import classes from './ui.module.css';

interface Props {
  readonly title: string;
  /** One sentence for somebody who opens the screen for the first time. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
}

/** Name of a screen, what it is for, what one can do on all of it. */
export function PageHeader({ title, about, actions }: Props) {
  return (
    <header className={classes['header']}>
      <div className={classes['headerText']}>
        <h1 className={classes['headerTitle']}>{title}</h1>
        {about && <p className={classes['headerAbout']}>{about}</p>}
      </div>
      {actions && <div className={`${classes['headerActions']} is-screen-only`}>{actions}</div>}
    </header>
  );
}
