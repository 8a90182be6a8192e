import { asSystem } from '../store/in-practice.ts';
import type { Database } from '../store/open-database.ts';
import type { Keys } from './keys.ts';

/** Where the shared secret of a second factor lies; a sealed one opens only there. */
export const factorOf = (account: string): string => `second factor of ${account}`;

/**
 * Seals what lies open from earlier versions, and what an older key sealed, with the key in use. Answers how many accounts have
 * secrets that none of the keys opens: the key was lost or this is another server's.
 */
export async function sealStoredSecrets(db: Database, keys: Keys): Promise<number> {
  return asSystem(db, async (tx) => {
    const rows = await tx
      .selectFrom('accounts')
      .select(['id', 'password_hash', 'totp_secret', 'totp_pending'])
      .forUpdate()
      .execute();
    let lost = 0;
    for (const { id, password_hash, totp_secret, totp_pending } of rows) {
      const place = factorOf(id);
      const hashedWith = /^k:([0-9a-f]{8}):/.exec(password_hash ?? '')?.[1];
      const opens = totp_secret === null || keys.open(totp_secret, place) !== undefined;
      if (!opens || (hashedWith !== undefined && keys.pepperOf(hashedWith) === undefined)) lost++;
      const anew = (kept: string | null): string | undefined => {
        if (kept === null || keys.isCurrent(kept)) return undefined;
        const plain = keys.open(kept, place);
        return plain === undefined ? undefined : keys.seal(plain, place);
      };
      const set = { totp_secret: anew(totp_secret), totp_pending: anew(totp_pending) };
      const changed = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
      if (Object.keys(changed).length > 0) await tx.updateTable('accounts').set(changed).where('id', '=', id).execute();
    }
    return lost;
  });
}
