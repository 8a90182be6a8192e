import { Button, Checkbox, Group, Modal, PasswordInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Account, AccountChange, NewAccount } from '@interspace/server/contract/session';
import { passwordStrength } from '@interspace/server/contract/password-strength';
import { api } from '../../app/api/client.ts';
import { PasswordMeter } from '../../ui/password-meter.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ROLES, type PersonRole } from './roles.ts';

interface Props {
  /** Undefined for a new one. */
  readonly account: Account | undefined;
  readonly onClose: () => void;
}

/** A new account, or a change of one. A password is set here only for somebody who cannot sign in any more. */
export function AccountForm({ account, onClose }: Props) {
  const client = useQueryClient();
  const [name, setName] = useState(account?.name ?? '');
  const [login, setLogin] = useState(account?.login ?? '');
  const [role, setRole] = useState<PersonRole>(
    account === undefined || account.role === 'service' ? 'coder' : account.role,
  );
  const [npi, setNpi] = useState(account?.npi ?? '');
  const [password, setPassword] = useState('');
  const [factorOff, setFactorOff] = useState(false);
  const [active, setActive] = useState(account?.disabled !== true);
  const save = useMutation({
    mutationFn: (): Promise<Account> => {
      if (account === undefined) {
        const made: z.input<typeof NewAccount> = { name: name.trim(), login: login.trim(), role, password };
        return api.post('/accounts', npi.trim() === '' ? made : { ...made, npi: npi.trim() });
      }
      const change: z.input<typeof AccountChange> = {
        ...(name.trim() === account.name ? {} : { name: name.trim() }),
        ...(role === account.role ? {} : { role }),
        ...(active === !account.disabled ? {} : { disabled: !active }),
        ...(password === '' ? {} : { password }),
        ...(factorOff ? { totp: false } : {}),
      };
      return api.patch(`/accounts/${account.id}`, change);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  });
  const unlock = useMutation({
    mutationFn: () => api.patch(`/accounts/${account?.id ?? ''}`, { unlock: true }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  });
  const weak = password !== '' && !passwordStrength(password, login).accepted;
  const ready = name.trim() !== '' && login.trim() !== '' && !weak && (account !== undefined || password !== '');
  return (
    <Modal opened onClose={onClose} title={account === undefined ? 'New account' : account.name} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            data-autofocus
          />
          <TextInput
            label="Login"
            description={
              account === undefined ? 'An e-mail address or a short name; it cannot be changed later.' : undefined
            }
            value={login}
            disabled={account !== undefined}
            autoComplete="off"
            onChange={(event) => setLogin(event.currentTarget.value)}
            required
          />
          <Select
            label="Role"
            description={ROLES.find((one) => one.role === role)?.about}
            data={ROLES.map((one) => one.role)}
            value={role}
            allowDeselect={false}
            onChange={(value) => setRole(value ?? role)}
          />
          {account === undefined && (
            <TextInput
              label="NPI"
              description="Only for somebody who renders services."
              value={npi}
              onChange={(event) => setNpi(event.currentTarget.value)}
              inputMode="numeric"
            />
          )}
          <PasswordInput
            label={account === undefined ? 'First password' : 'New password'}
            description="At least twelve characters; a few unrelated words are easy to keep. They can change it themselves."
            value={password}
            autoComplete="new-password"
            onChange={(event) => setPassword(event.currentTarget.value)}
            required={account === undefined}
          />
          <PasswordMeter password={password} login={login} />
          {account !== undefined && (
            <Switch
              label="May sign in"
              description="Switched off, every session of the account ends at once."
              checked={active}
              onChange={(event) => setActive(event.currentTarget.checked)}
            />
          )}
          {account?.totp && (
            <Checkbox
              label="Take the second factor off"
              description="For somebody whose phone is lost. They can set it up again."
              checked={factorOff}
              onChange={(event) => setFactorOff(event.currentTarget.checked)}
            />
          )}
          {save.error && <ProblemNote error={save.error} title="The account was not saved" />}
          {unlock.error && <ProblemNote error={unlock.error} title="The account stays locked" />}
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!ready}>
              {account === undefined ? 'Make the account' : 'Save'}
            </Button>
            {account?.locked && (
              <Button variant="default" loading={unlock.isPending} onClick={() => unlock.mutate()}>
                Unlock now
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
