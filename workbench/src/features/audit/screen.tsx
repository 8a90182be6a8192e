import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AuditEntry, AuditVerdict } from '@interspace/server/contract/session';
import { address, api } from '../../app/api/client.ts';
import { useRows } from '../../app/api/use-rows.ts';
import { useAddress } from '../../app/search.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import classes from './audit.module.css';
import { auditColumns } from './columns.tsx';
import { AuditFilters, type AuditAddress } from './filters.tsx';
import { Verdict } from './verdict.tsx';

/** Who did what and when, newest first, in a chain that shows when an entry was changed or taken out. */
export function Screen() {
  const [filter, change] = useAddress<AuditAddress>();
  const { action, subject, from, through } = filter;
  const wide = useMediaQuery('(min-width: 80em)', true, { getInitialValueInEffect: false });
  const { total, error, rowAt, show } = useRows<AuditEntry>({
    key: ['audit-log'],
    path: '/audit-log',
    query: { action, subject, from, through },
  });
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
              href={address('/audit-log/export', { format: 'csv', from, through })}
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
        <AuditFilters address={filter} change={change} total={total} />
        {verify.error && <ProblemNote error={verify.error} title="The chain could not be verified" />}
        {verify.data && <Verdict verdict={verify.data} />}
        {error && <ProblemNote error={error} title="The log could not be read" />}
        {!error && total === undefined && <Waiting what="Reading the log" />}
        {total === 0 && (
          <EmptyState
            title="No entry like that"
            text="Take a filter away, or widen the days. Every sign-in makes one."
          />
        )}
        {total !== undefined && total > 0 && (
          <VirtualTable
            label="Audit log"
            columns={auditColumns(wide)}
            total={total}
            rowAt={rowAt}
            onRange={show}
            rowHeight={34}
          />
        )}
      </div>
    </div>
  );
}
