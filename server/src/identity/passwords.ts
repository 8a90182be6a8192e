import { hash, verify } from '@node-rs/argon2';
import { passwordStrength } from '../contract/password-strength.ts';
import { refuse } from '../http/refusal.ts';
import type { Keys } from './keys.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes. argon2id is the package's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** With the name of the key that was mixed in; without one the hash is of before the keys. */
const KEYED = /^k:([0-9a-f]{8}):(.+)$/s;

/** Refuses passwords that are guessed first. */
export function checkStrength(password: string, login: string): void {
  if (!passwordStrength(password, login).accepted)
    throw refuse('server/identity/password-weak', undefined, { at: 'body/password' });
}

/** With a key a stolen table of hashes cannot be guessed at, whatever the passwords. */
export async function hashPassword(password: string, keys?: Keys): Promise<string> {
  if (!keys) return hash(password, COST);
  const { id, key } = keys.pepper;
  return `k:${id}:${await hash(password, { ...COST, secret: key })}`;
}

let nobody: Promise<string> | undefined;

/** Takes as long for an account that does not exist, so that the time tells nothing. */
export async function passwordFits(password: string, kept: string | null | undefined, keys: Keys): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password', keys);
  const [, id, keyed] = KEYED.exec(kept ?? (await nobody)) ?? [];
  const secret = id === undefined ? undefined : keys.pepperOf(id);
  const fits = await verify(keyed ?? kept ?? '', password, secret === undefined ? undefined : { secret }).catch(
    () => false,
  );
  return kept === null || kept === undefined ? false : fits;
}

/** Whether a hash was made with the key in use; if not, it is made anew when its password is known. */
export function isHashedAnew(kept: string, keys: Keys): boolean {
  return KEYED.exec(kept)?.[1] === keys.pepper.id;
}
