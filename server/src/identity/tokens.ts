import { PERMISSIONS, type Permission } from '../contract/roles.ts';
import type { Deps } from '../http/deps.ts';
import { asSystem } from '../store/in-practice.ts';
import type { Caller } from './caller.ts';
import { digestOf, newSecret } from './secrets.ts';

export const TOKEN_SECONDS = 300;

/** A token for a client, good for five minutes. */
export async function issueToken(
  deps: Deps,
  client: { readonly id: string; readonly practice: string },
  permissions: readonly Permission[],
): Promise<string> {
  const token = newSecret();
  await asSystem(deps.database.db, async (tx) =>
    tx
      .insertInto('access_tokens')
      .values({
        id: digestOf(token),
        practice_id: client.practice,
        client_id: client.id,
        permissions: [...permissions],
        expires_at: new Date(deps.now().getTime() + TOKEN_SECONDS * 1000).toISOString(),
      })
      .execute(),
  );
  return token;
}

/** The client that a token belongs to; undefined when it is not one of ours or no longer good. */
export async function callerOfToken(deps: Deps, token: string): Promise<Caller | undefined> {
  const found = await asSystem(deps.database.db, async (tx) =>
    tx
      .selectFrom('access_tokens as token')
      .innerJoin('clients as client', 'client.id', 'token.client_id')
      .innerJoin('practices as practice', 'practice.id', 'token.practice_id')
      .select(['token.permissions', 'client.id', 'client.name', 'client.client_id as login'])
      .select(['practice.id as practice', 'practice.name as practiceName'])
      .where('token.id', '=', digestOf(token))
      .where('token.expires_at', '>', deps.now().toISOString())
      // A clock that was set back must not make it long.
      .where('token.expires_at', '<=', new Date(deps.now().getTime() + 2 * TOKEN_SECONDS * 1000).toISOString())
      .where('client.disabled', '=', false)
      .executeTakeFirst(),
  );
  if (!found) return undefined;
  const { permissions, ...client } = found;
  const only = new Set([...PERMISSIONS.service].filter((permission) => permissions.includes(permission)));
  return { kind: 'client', role: 'service', ...client, only };
}
