import { sql } from 'kysely';
import { appendAudit } from '../audit-log/append.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { systemActor } from '../store/actor.ts';
import { asSystem } from '../store/in-practice.ts';
import { isLocked, lockSeconds } from './lockout.ts';
import { hashPassword, isHashedAnew, passwordFits } from './passwords.ts';
import { factorOf } from './stored-secrets.ts';
import { stepOfCode } from './totp.ts';

export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/**
 * The account that the credentials open. The attempt is counted before it is judged, so that a thousand guesses at once are
 * a thousand failures; success forgives them. Unknown, locked, disabled and wrong look and last alike.
 */
export async function signIn(deps: Deps, { login, password, code }: Credentials): Promise<string> {
  const now = deps.now();
  const account = await asSystem(deps.database.db, async (tx) => {
    const found = await tx
      .selectFrom('accounts')
      .select(['id', 'failures', 'locked_until'])
      .where(sql<boolean>`lower(login) = lower(${login})`)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return undefined;
    if (isLocked(found.locked_until, now)) return undefined;
    const failures = found.failures + 1;
    const wait = lockSeconds(failures);
    return tx
      .updateTable('accounts')
      .set({ failures, locked_until: wait === 0 ? null : new Date(now.getTime() + wait * 1000).toISOString() })
      .where('id', '=', found.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
  const fits = await passwordFits(password, account?.password_hash, deps.keys);
  if (!account || account.disabled || !fits) {
    await recordFailure(deps, account);
    throw refuse('server/identity/sign-in-failed');
  }
  let step: number | undefined;
  if (account.totp_secret !== null) {
    const secret = deps.keys.open(account.totp_secret, factorOf(account.id));
    step = code === undefined || secret === undefined ? undefined : stepOfCode(secret, code, now, account.totp_step);
    if (step === undefined) {
      // Asking for the code is no failure: the password was right.
      if (code === undefined) await forgive(deps, account.id, account.failures - 1);
      else await recordFailure(deps, account);
      throw refuse('server/identity/second-factor');
    }
  }
  const anew =
    account.password_hash === null || isHashedAnew(account.password_hash, deps.keys)
      ? undefined
      : await hashPassword(password, deps.keys);
  await asSystem(deps.database.db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('accounts')
      .set({
        failures: 0,
        locked_until: null,
        last_sign_in_at: now.toISOString(),
        ...(step === undefined ? {} : { totp_step: step }),
        ...(anew === undefined ? {} : { password_hash: anew }),
      })
      .where('id', '=', account.id)
      // Two requests with the same code: one of them comes second.
      .where((one) => one.or([one('totp_step', 'is', null), one('totp_step', '<', step ?? Number.MAX_SAFE_INTEGER)]))
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw refuse('server/identity/second-factor');
    appendAudit(
      tx,
      { id: account.id, name: account.name, role: account.role, practice: account.practice_id },
      'session.start',
      `account ${account.id}`,
    );
  });
  return account.id;
}

async function forgive(deps: Deps, id: string, failures: number): Promise<void> {
  await asSystem(deps.database.db, async (tx) => {
    await tx
      .updateTable('accounts')
      .set({ failures: Math.max(0, failures), locked_until: null })
      .where('id', '=', id)
      .execute();
  });
}

/** With a known account in the practice's log; a name that nobody has is not written down: it may be a password typed in the wrong field. */
async function recordFailure(deps: Deps, account: { id: string; practice_id: string } | undefined): Promise<void> {
  await asSystem(deps.database.db, async (tx) => {
    appendAudit(tx, systemActor(account?.practice_id), 'session.refused', account && `account ${account.id}`);
  });
}
