import {
  IconAlertOctagon,
  IconCalendarExclamation,
  IconMailX,
  IconMessageQuestion,
  IconRefreshAlert,
  IconScale,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { WorkItem, WorkKind } from '@interspace/server/contract/patients';

type Kind = z.infer<typeof WorkKind>;

interface KindWords {
  readonly kind: Kind;
  readonly one: string;
  readonly many: string;
  /** What it is and what ends it. */
  readonly about: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
}

/** The kinds of work, in the order of the day. */
export const KINDS: readonly KindWords[] = [
  { kind: 'hold', one: 'Hold', many: 'Holds', about: 'A claim that should not go out yet.', icon: IconAlertOctagon },
  {
    kind: 'question',
    one: 'Question',
    many: 'Questions',
    about: 'Something the chart does not say, for the physician to answer.',
    icon: IconMessageQuestion,
  },
  {
    kind: 'authorization',
    one: 'Authorization',
    many: 'Authorizations',
    about: 'An authorization that is needed or ends soon.',
    icon: IconCalendarExclamation,
  },
  { kind: 'denial', one: 'Denial', many: 'Denials', about: 'The payer said no; appeal or mend it.', icon: IconMailX },
  {
    kind: 're-judged',
    one: 'Judged again',
    many: 'Judged again',
    about: 'A rule or a fact changed, and with it the answer.',
    icon: IconRefreshAlert,
  },
  {
    kind: 'stale-rule',
    one: 'Stale rule',
    many: 'Stale rules',
    about: 'A rule whose source should be read again.',
    icon: IconScale,
  },
];

export function kindOf(kind: WorkItem['kind']): KindWords {
  return KINDS.find((one) => one.kind === kind) ?? (KINDS[0] as KindWords);
}

export const STATES: Readonly<Record<WorkItem['state'], string>> = {
  open: 'Open',
  waiting: 'Waiting for an answer',
  resolved: 'Resolved',
};

/** Due in words that do not need a colour. `today` is an argument: days have no clock of their own. */
export function dueInWords(due: string | undefined, today: string): string {
  if (due === undefined) return '';
  const days = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  if (days < 0) return `${-days} ${days === -1 ? 'day' : 'days'} late`;
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
