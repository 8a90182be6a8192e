import { Anchor } from '@mantine/core';
import type { Account } from '@interspace/server/contract/session';
import { MomentText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';

/** The people of the practice; a name opens the account. */
export function AccountList({ rows, onEdit }: { rows: readonly Account[]; onEdit: (account: Account) => void }) {
  const columns: Column<Account>[] = [
    {
      key: 'name',
      header: 'Name',
      by: ({ name }) => name,
      cell: (account) => (
        <Anchor component="button" type="button" inherit onClick={() => onEdit(account)}>
          {account.name}
        </Anchor>
      ),
    },
    { key: 'login', header: 'Login', by: ({ login }) => login, cell: ({ login }) => login },
    { key: 'role', header: 'Role', by: ({ role }) => role, cell: ({ role }) => role },
    { key: 'state', header: 'State', by: stateOf, cell: stateOf },
    {
      key: 'totp',
      header: 'Second factor',
      by: ({ totp }) => String(totp),
      cell: ({ totp }) => (totp ? 'set up' : 'not set up'),
    },
    {
      key: 'last',
      header: 'Last sign-in',
      by: ({ lastSignIn }) => lastSignIn,
      cell: ({ lastSignIn }) => (lastSignIn === undefined ? 'never' : <MomentText at={lastSignIn} />),
    },
    { key: 'npi', header: 'NPI', extra: true, cell: ({ npi }) => npi ?? '–' },
  ];
  return (
    <ListTable
      label="Accounts"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      onPick={onEdit}
      sorted={[{ id: 'name', desc: false }]}
    />
  );
}

function stateOf({ disabled, locked }: Account): string {
  if (disabled) return 'switched off';
  return locked ? 'locked for now' : 'active';
}
