import type { AuditEntry } from '@interspace/server/contract/session';
import { MomentText } from '../../ui/day-text.tsx';
import type { VirtualColumn } from '../../ui/virtual-table.tsx';

type Column = VirtualColumn<AuditEntry>;

const ALL: readonly Column[] = [
  { id: 'sequence', header: 'No.', width: 5, align: 'right', cell: ({ sequence }) => sequence.toLocaleString('en-US') },
  { id: 'at', header: 'When', width: 12.5, cell: ({ at }) => <MomentText at={at} /> },
  { id: 'actor', header: 'Who', width: 9, grow: 1, cell: ({ actor }) => actor },
  { id: 'role', header: 'As', width: 8.5, cell: ({ role }) => role },
  { id: 'action', header: 'Did', width: 11, grow: 0.5, cell: ({ action }) => <code>{action}</code> },
  { id: 'subject', header: 'With', width: 9, grow: 2, cell: ({ subject }) => subject ?? '–' },
  { id: 'detail', header: 'More', width: 6, grow: 1, cell: ({ detail }) => detail ?? '' },
  { id: 'hash', header: 'Seal', width: 7.5, cell: ({ hash }) => <code>{hash.slice(0, 10)}</code> },
];

const KEPT: ReadonlySet<string> = new Set(['at', 'actor', 'action', 'subject', 'detail']);
const NARROW = ALL.filter(({ id }) => KEPT.has(id));

/** Columns by the room there is. */
export function auditColumns(wide: boolean): readonly Column[] {
  return wide ? ALL : NARROW;
}
