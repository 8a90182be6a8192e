import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../contract/common.ts';
import type { Deps } from '../http/deps.ts';
import { asSystem } from '../store/in-practice.ts';
import type { Caller } from './caller.ts';
import { digestOf, newSecret } from './secrets.ts';

const IDLE_MS = 30 * 60_000;
const WHOLE_MS = 12 * 3_600_000;
/** Clocks of servers that share a database differ by less. */
const SKEW_MS = 5 * 60_000;
/** How often it is written down that a session is alive. */
const TOUCH_MS = 60_000;

/** Opens a session for an account; the cookie holds the only copy of its secret. */
export async function openSession(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: string,
  byProvider = false,
): Promise<Caller> {
  const secret = newSecret();
  const now = deps.now();
  await asSystem(deps.database.db, async (tx) => {
    const { practice_id } = await tx
      .selectFrom('accounts')
      .select('practice_id')
      .where('id', '=', account)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('web_sessions')
      .values({
        id: digestOf(secret),
        practice_id,
        account_id: account,
        csrf: newSecret(),
        created_at: now.toISOString(),
        seen_at: now.toISOString(),
        expires_at: new Date(now.getTime() + WHOLE_MS).toISOString(),
        agent: browserOf(request.headers['user-agent']),
        by_provider: byProvider,
      })
      .execute();
  });
  const earlier = request.cookies[cookieName(deps)];
  if (earlier !== undefined) await endSession(deps, digestOf(earlier));
  reply.setCookie(cookieName(deps), secret, cookieOf(deps));
  const caller = await callerOfSession(deps, secret);
  if (!caller) throw new Error('a session that was just opened is not there');
  return caller;
}

/** Over TLS with the prefix by which browsers hold it to this very host and path, and take it from nobody else. */
export function cookieName({ settings }: Deps): string {
  return settings.publicUrl.startsWith('https:') ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;
}

export function cookieOf({ settings }: Deps) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: settings.publicUrl.startsWith('https:') } as const;
}

/** Who a session belongs to; undefined when it is unknown, idle for too long, too old, or its account is switched off. */
export async function callerOfSession(deps: Deps, secret: string): Promise<Caller | undefined> {
  const now = deps.now();
  const id = digestOf(secret);
  return asSystem(deps.database.db, async (tx) => {
    const found = await tx
      .selectFrom('web_sessions as session')
      .innerJoin('accounts as account', 'account.id', 'session.account_id')
      .innerJoin('practices as practice', 'practice.id', 'session.practice_id')
      .select(['session.csrf', 'session.seen_at', 'session.expires_at', 'session.handle', 'session.by_provider'])
      .select(['account.id', 'account.name', 'account.login'])
      .select(['account.role', 'account.totp_secret', 'practice.id as practice', 'practice.name as practiceName'])
      .where('session.id', '=', id)
      .where('account.disabled', '=', false)
      .executeTakeFirst();
    if (!found) return undefined;
    const idleEnd = new Date(found.seen_at).getTime() + IDLE_MS;
    const left = new Date(found.expires_at).getTime() - now.getTime();
    // One that has more left than a whole was opened by a clock that was set back since.
    if (idleEnd <= now.getTime() || left <= 0 || left > WHOLE_MS + SKEW_MS) {
      await tx.deleteFrom('web_sessions').where('id', '=', id).execute();
      return undefined;
    }
    if (now.getTime() - new Date(found.seen_at).getTime() > TOUCH_MS)
      await tx.updateTable('web_sessions').set({ seen_at: now.toISOString() }).where('id', '=', id).execute();
    return {
      kind: 'account',
      id: found.id,
      name: found.name,
      login: found.login,
      role: found.role,
      practice: found.practice,
      practiceName: found.practiceName,
      totp: found.totp_secret !== null,
      session: {
        id,
        handle: found.handle,
        csrf: found.csrf,
        expires: found.expires_at,
        byProvider: found.by_provider,
      },
    } as const;
  });
}

/** `id` is the digest that the table knows. */
export async function endSession(deps: Deps, id: string): Promise<void> {
  await asSystem(deps.database.db, async (tx) => tx.deleteFrom('web_sessions').where('id', '=', id).execute());
}

/** Names that stand in the words of others come first: Edge also says Chrome, and both say Safari. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = ['Windows', 'iPhone', 'iPad', 'Android', 'Macintosh', 'Linux'];

/** `Chrome on Linux`: enough to recognize one's own browser in a list, and nothing longer; programs by their first word. */
export function browserOf(agent: string | undefined): string | null {
  if (agent === undefined) return null;
  const name = BROWSERS.find(([sign]) => agent.includes(`${sign}/`))?.[1];
  if (name === undefined) return agent.split(/[/ ]/, 1)[0]?.slice(0, 40) || null;
  const system = SYSTEMS.find((one) => agent.includes(one));
  return system === undefined ? name : `${name} on ${system}`;
}
