import { hash, verify } from '@node-rs/argon2';
import { refuse } from '../http/refusal.ts';
import { COMMON } from './common-passwords.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes. argon2id is the package's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const LEAST = 12;
const FEW = 5;

/** Refuses passwords that are guessed first. No rule about kinds of characters: length is what helps. */
export function checkStrength(password: string, login: string): void {
  const plain = password.toLowerCase();
  const word = plain.replace(/[\d!.?*#$]+$/, '');
  const weak =
    password.length < LEAST ||
    new Set(plain).size < FEW ||
    isRun(plain) ||
    COMMON.has(plain) ||
    COMMON.has(word) ||
    (login.length >= 4 && plain.includes(login.toLowerCase()));
  if (weak) throw refuse('server/identity/password-weak', undefined, { at: 'body/password' });
}

/** 123456789012, abcdefghijkl, and the same backwards. */
function isRun(text: string): boolean {
  const steps = Array.from({ length: text.length - 1 }, (_, at) => text.charCodeAt(at + 1) - text.charCodeAt(at));
  const regular = steps.filter((step) => Math.abs(step) === 1 || step === 0 || Math.abs(step) === 9).length;
  return regular >= steps.length * 0.9;
}

export async function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let nobody: Promise<string> | undefined;

/** Takes as long for an account that does not exist, so that the time tells nothing. */
export async function passwordFits(password: string, kept: string | null | undefined): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const against = kept ?? (await nobody);
  const fits = await verify(against, password).catch(() => false);
  return kept === null || kept === undefined ? false : fits;
}
