import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '@interspace/server/contract/session';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ScreenBody, Section } from '../../ui/section.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { AccountForm } from './account-form.tsx';
import { AccountList } from './account-list.tsx';
import { Clients } from './clients.tsx';
import { accounts } from './queries.ts';
import { RoleTable } from './role-table.tsx';

/** Who may sign in, and as what; which other programs may ask. */
export function Screen() {
  const { data, error } = useQuery(accounts());
  const [open, setOpen] = useState<Account | 'new'>();
  return (
    <>
      <PageHeader
        title="Accounts"
        about="Everybody signs in with an account of their own, so that the audit log can say who it was. An account is switched off, never deleted."
        actions={
          <Button leftSection={<IconUserPlus size={18} />} onClick={() => setOpen('new')}>
            New account
          </Button>
        }
      />
      <ScreenBody>
        <Section title="People">
          {error && <ProblemNote error={error} title="The accounts could not be listed" />}
          {!error && data === undefined && <Waiting what="Looking for accounts" />}
          {data !== undefined && <AccountList rows={data} onEdit={setOpen} />}
        </Section>
        <Clients />
        <RoleTable />
      </ScreenBody>
      {open !== undefined && (
        <AccountForm account={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
