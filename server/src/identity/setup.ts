import { sql } from 'kysely';
import { appendAudit } from '../audit-log/append.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { asSystem, type Tx } from '../store/in-practice.ts';
import type { Database } from '../store/open-database.ts';
import { checkStrength, hashPassword } from './passwords.ts';
import { digestOf, newSecret } from './secrets.ts';

const GOOD_MS = 24 * 3_600_000;

export interface FirstAdministrator {
  readonly token: string;
  readonly practice: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

/** Whether nobody has an account yet. */
export async function isEmpty(db: Database): Promise<boolean> {
  return asSystem(db, async (tx) => !(await hasAccount(tx)));
}

/** A token for the link that makes the first administrator; undefined when somebody has an account. Earlier links end. */
export async function setupToken(db: Database, now: Date): Promise<string | undefined> {
  return asSystem(db, async (tx) => {
    if (await hasAccount(tx)) return undefined;
    const token = newSecret();
    await tx.deleteFrom('setup_links').execute();
    const expires_at = new Date(now.getTime() + GOOD_MS).toISOString();
    await tx
      .insertInto('setup_links')
      .values({ id: digestOf(token), expires_at })
      .execute();
    return token;
  });
}

/** Makes practice and administrator, once. */
export async function setUp(deps: Deps, { token, practice, name, login, password }: FirstAdministrator): Promise<void> {
  checkStrength(password, login);
  const password_hash = await hashPassword(password, deps.keys);
  await asSystem(deps.database.db, async (tx) => {
    // One at a time: two that follow the link at once must not both become the first.
    await sql`select pg_advisory_xact_lock(hashtext('interspace setup'))`.execute(tx);
    const link = await tx
      .deleteFrom('setup_links')
      .where('id', '=', digestOf(token))
      .where('expires_at', '>', deps.now().toISOString())
      .executeTakeFirst();
    if (link.numDeletedRows !== 1n || (await hasAccount(tx))) throw refuse('server/identity/setup-link');
    const { id: practice_id } = await tx
      .insertInto('practices')
      .values({ name: practice })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id } = await tx
      .insertInto('accounts')
      .values({ practice_id, login, name, role: 'administrator', password_hash })
      .returning('id')
      .executeTakeFirstOrThrow();
    appendAudit(
      tx,
      { id, name, role: 'administrator', practice: practice_id },
      'account.create',
      `account ${id}`,
      'set-up',
    );
  });
}

async function hasAccount(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}
