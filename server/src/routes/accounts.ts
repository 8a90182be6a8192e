import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Id } from '../contract/common.ts';
import { Account, AccountChange, NewAccount } from '../contract/session.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { isLocked } from '../identity/lockout.ts';
import { notice } from '../identity/notices.ts';
import { checkStrength, hashPassword } from '../identity/passwords.ts';
import type { Tx } from '../store/in-practice.ts';
import type { Accounts } from '../store/tables.ts';
import type { Selectable } from 'kysely';

const ById = z.object({ id: Id });

/** Who works in the practice; for administrators. */
export function accountsRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'GET',
    url: '/api/accounts',
    summary: 'Accounts of the practice',
    tag: 'accounts',
    permission: 'accounts:write',
    audit: { action: 'account.list' },
    answer: z.array(Account),
    handler: async ({ tx }) => {
      const rows = await tx.selectFrom('accounts').selectAll().orderBy('name').execute();
      return rows.map((row) => viewOf(row, deps.now()));
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/accounts',
    summary: 'Make an account',
    tag: 'accounts',
    permission: 'accounts:write',
    audit: {
      action: 'account.create',
      subject: (_, { id }) => `account ${id}`,
      detail: ({ body }) => body.role,
    },
    idempotent: true,
    status: 201,
    body: NewAccount,
    answer: Account,
    transaction: 'own',
    handler: async ({ actor, body, inTx }) => {
      checkStrength(body.password, body.login);
      const password_hash = await hashPassword(body.password, deps.keys);
      return inTx(async (tx) => {
        const { login, name, role, npi = null } = body;
        const made = await tx
          .insertInto('accounts')
          .values({ practice_id: actor.practice, login, name, role, npi, password_hash })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst();
        if (!made) throw refuse('server/identity/login-taken', undefined, { at: 'body/login' });
        return viewOf(made, deps.now());
      });
    },
  });
  route(app, deps, {
    method: 'PATCH',
    url: '/api/accounts/:id',
    summary: 'Change an account: name, role, switched off, new password, unlock, second factor taken off',
    tag: 'accounts',
    permission: 'accounts:write',
    audit: {
      action: 'account.change',
      subject: ({ params }) => `account ${params.id}`,
      detail: ({ body }) => Object.keys(body).toSorted().join(', '),
    },
    idempotent: true,
    params: ById,
    body: AccountChange,
    answer: Account,
    transaction: 'own',
    handler: async ({ actor, body, params, inTx }) => {
      const { password, unlock, totp, ...plain } = body;
      const password_hash = password === undefined ? undefined : await hashPassword(password, deps.keys);
      const changed = await inTx(async (tx) => {
        const account = await tx
          .selectFrom('accounts')
          .selectAll()
          .where('id', '=', params.id)
          .forUpdate()
          .executeTakeFirst();
        if (!account) throw refuse('server/http/not-found');
        if (password !== undefined) checkStrength(password, account.login);
        if (plain.disabled === true || (plain.role !== undefined && plain.role !== 'administrator'))
          await keepAnAdministrator(tx, params.id);
        // A changed role, password or state ends what was opened before.
        if (password !== undefined || plain.disabled === true || plain.role !== undefined)
          await tx.deleteFrom('web_sessions').where('account_id', '=', params.id).execute();
        const set = {
          ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
          ...(password_hash === undefined ? {} : { password_hash }),
          ...(unlock ? { failures: 0, locked_until: null } : {}),
          ...(totp === false ? { totp_secret: null, totp_pending: null, totp_step: null } : {}),
        };
        if (Object.keys(set).length === 0) return viewOf(account, deps.now());
        const told = [
          ...(password === undefined ? [] : ['password' as const]),
          ...(totp === false && account.totp_secret !== null ? ['second-factor-off' as const] : []),
          ...(unlock ? ['unlocked' as const] : []),
          ...(plain.role === undefined || plain.role === account.role ? [] : ['role' as const]),
        ];
        await notice(tx, { id: params.id, practice: actor.practice }, told, actor.name, deps.now());
        return viewOf(
          await tx
            .updateTable('accounts')
            .set(set)
            .where('id', '=', params.id)
            .returningAll()
            .executeTakeFirstOrThrow(),
          deps.now(),
        );
      });
      deps.forgetCallers();
      return changed;
    },
  });
}

/** All administrators are locked first: two of them who switch each other off at once must not both succeed. */
async function keepAnAdministrator(tx: Tx, leaving: string): Promise<void> {
  const all = await tx
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled', '=', false)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (all.every(({ id }) => id === leaving)) throw refuse('server/identity/last-administrator');
}

function viewOf(row: Selectable<Accounts>, now: Date): z.infer<typeof Account> {
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    role: row.role,
    disabled: row.disabled,
    totp: row.totp_secret !== null,
    locked: isLocked(row.locked_until, now),
    ...(row.last_sign_in_at === null ? {} : { lastSignIn: row.last_sign_in_at }),
    ...(row.npi === null ? {} : { npi: row.npi }),
  };
}
