import { createHash } from 'node:crypto';

/** SHA-256 of the exact bytes. */
export function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
