import { Button } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AuditEntry, AuditVerdict } from '@interspace/server/contract/session';
import { address, api } from '../../app/api/client.ts';
import { useRows } from '../../app/api/use-rows.ts';
import { MomentText } from '../../ui/day-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { VirtualTable, type VirtualColumn } from '../../ui/virtual-table.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import classes from './audit.module.css';
import { Verdict } from './verdict.tsx';

const COLUMNS: readonly VirtualColumn<AuditEntry>[] = [
  { id: 'sequence', header: 'No.', width: 5, align: 'right', cell: ({ sequence }) => sequence.toLocaleString('en-US') },
  { id: 'at', header: 'When', width: 13, cell: ({ at }) => <MomentText at={at} /> },
  { id: 'actor', header: 'Who', width: 10, grow: 1, cell: ({ actor }) => actor },
  { id: 'role', header: 'As', width: 8, cell: ({ role }) => role },
  { id: 'action', header: 'Did', width: 11, cell: ({ action }) => <code>{action}</code> },
  { id: 'subject', header: 'With', width: 12, grow: 1, cell: ({ subject }) => subject ?? '–' },
  { id: 'detail', header: 'More', width: 12, grow: 2, cell: ({ detail }) => detail ?? '' },
  { id: 'hash', header: 'Seal', width: 8, cell: ({ hash }) => <code>{hash.slice(0, 10)}</code> },
];

/** Who did what and when, newest first, in a chain that shows when an entry was changed or taken out. */
export function Screen() {
  const { total, error, rowAt, show } = useRows<AuditEntry>({ key: ['audit-log'], path: '/audit-log' });
  const verify = useMutation({ mutationFn: () => api.get<z.infer<typeof AuditVerdict>>('/audit-log/verify') });
  return (
    <div className={classes['screen']}>
      <PageHeader
        title="Audit log"
        about="Who looked at what, who changed what. Names of patients are not in it, only their numbers. Each entry seals the one before."
        actions={
          <>
            <Button
              leftSection={<IconShieldCheck size={18} />}
              loading={verify.isPending}
              onClick={() => verify.mutate()}
            >
              Verify the chain
            </Button>
            <Button
              component="a"
              href={address('/audit-log/export')}
              download
              variant="default"
              leftSection={<IconDownload size={18} />}
            >
              Export
            </Button>
          </>
        }
      />
      <div className={classes['fill']}>
        {verify.error && <ProblemNote error={verify.error} title="The chain could not be verified" />}
        {verify.data && <Verdict verdict={verify.data} />}
        {error && <ProblemNote error={error} title="The log could not be read" />}
        {!error && total === undefined && <Waiting what="Reading the log" />}
        {total === 0 && <EmptyState title="No entry yet" text="The first sign-in is the first entry." />}
        {total !== undefined && total > 0 && (
          <VirtualTable label="Audit log" columns={COLUMNS} total={total} rowAt={rowAt} onRange={show} rowHeight={34} />
        )}
      </div>
    </div>
  );
}
