import { sql, type Selectable } from 'kysely';
import type { IDToken } from 'openid-client';
import { appendAudit } from '../audit-log/append.ts';
import { Role } from '../contract/roles.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import type { OidcSettings } from '../http/settings.ts';
import { asSystem, type Tx } from '../store/in-practice.ts';
import { notice } from './notices.ts';
import type { Accounts } from '../store/tables.ts';

type Account = Selectable<Accounts>;

/**
 * The account that a provider's claims open: the one that is bound to issuer and subject, else the one whose login is the
 * verified e-mail address or the user name, which is bound from then on. With a role claim a stranger with one of our roles
 * gets an account, and the role follows the claim at every sign-in.
 */
export async function accountOfClaims(deps: Deps, settings: OidcSettings, claims: IDToken): Promise<string> {
  const role = roleOf(settings, claims);
  const login = loginOf(claims);
  const id = await asSystem(deps.database.db, async (tx) => {
    const account =
      (await bound(tx, claims)) ?? (await bind(tx, claims, login, deps.now())) ?? (await make(tx, claims, login, role));
    if (!account || account.disabled) return undefined;
    const lost = settings.roleClaim !== undefined && role === undefined;
    if (lost) return undefined;
    const moved = role !== undefined && role !== account.role;
    if (moved) await tx.deleteFrom('web_sessions').where('account_id', '=', account.id).execute();
    await tx
      .updateTable('accounts')
      .set({ last_sign_in_at: deps.now().toISOString(), ...(moved ? { role } : {}) })
      .where('id', '=', account.id)
      .execute();
    const actor = { id: account.id, name: account.name, role: role ?? account.role, practice: account.practice_id };
    appendAudit(tx, actor, 'session.start', `account ${account.id}`, moved ? `provider; role ${role}` : 'provider');
    return account.id;
  });
  if (id === undefined) throw refuse('server/identity/provider-stranger');
  return id;
}

async function bound(tx: Tx, { iss, sub }: IDToken): Promise<Account | undefined> {
  return tx
    .selectFrom('accounts')
    .selectAll()
    .where('oidc_issuer', '=', iss)
    .where('oidc_subject', '=', sub)
    .executeTakeFirst();
}

async function bind(tx: Tx, { iss, sub }: IDToken, login: string | undefined, now: Date): Promise<Account | undefined> {
  if (login === undefined) return undefined;
  const account = await tx
    .updateTable('accounts')
    .set({ oidc_issuer: iss, oidc_subject: sub })
    .where(sql<boolean>`lower(login) = lower(${login})`)
    // An account that is bound to somebody is never bound to somebody else.
    .where('oidc_subject', 'is', null)
    .where('disabled', '=', false)
    .returningAll()
    .executeTakeFirst();
  if (account) await notice(tx, { id: account.id, practice: account.practice_id }, ['provider'], iss, now);
  return account;
}

async function make(
  tx: Tx,
  claims: IDToken,
  login: string | undefined,
  role: Role | undefined,
): Promise<Account | undefined> {
  const practices = await tx.selectFrom('practices').select('id').limit(2).execute();
  const [practice] = practices;
  // With several practices nobody can tell to which a stranger belongs.
  if (role === undefined || login === undefined || !practice || practices.length > 1) return undefined;
  const name = typeof claims['name'] === 'string' ? claims['name'].slice(0, 200) : login;
  const made = await tx
    .insertInto('accounts')
    .values({ practice_id: practice.id, login, name, role, oidc_issuer: claims.iss, oidc_subject: claims.sub })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (made)
    appendAudit(
      tx,
      { id: made.id, name, role, practice: practice.id },
      'account.create',
      `account ${made.id}`,
      'provider',
    );
  return made;
}

function loginOf(claims: IDToken): string | undefined {
  const { email, email_verified: verified, preferred_username: name } = claims;
  if (typeof email === 'string' && verified === true) return email.slice(0, 200);
  return typeof name === 'string' && name !== '' ? name.slice(0, 200) : undefined;
}

/** The first of the claim's values that is one of our roles, or is mapped to one. */
function roleOf({ roleClaim, roles = {} }: OidcSettings, claims: IDToken): Role | undefined {
  if (roleClaim === undefined) return undefined;
  const values = [claims[roleClaim]].flat().filter((value) => typeof value === 'string');
  for (const value of values) {
    const role = Role.exclude(['service']).safeParse(Object.hasOwn(roles, value) ? roles[value] : value);
    if (role.success) return role.data;
  }
  return undefined;
}
