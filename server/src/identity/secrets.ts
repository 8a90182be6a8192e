import { hash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret of that kind: with so much chance in it a plain digest is enough. */
export function digestOf(secret: string): string {
  return hash('sha256', secret);
}
