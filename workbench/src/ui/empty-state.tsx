import type { ComponentType, ReactNode } from 'react';
import classes from './ui.module.css';

interface Props {
  readonly title: string;
  /** Why it is empty and what fills it. */
  readonly text: ReactNode;
  readonly icon?: ComponentType<{ size?: number; stroke?: number }>;
  readonly action?: ReactNode;
}

/** Nothing is here, and this is why. */
export function EmptyState({ title, text, icon: Icon, action }: Props) {
  return (
    <div className={classes['empty']}>
      {Icon && <Icon size={36} stroke={1.3} />}
      <h2 className={classes['emptyTitle']}>{title}</h2>
      <p className={classes['emptyText']}>{text}</p>
      {action}
    </div>
  );
}
