import { createHash } from 'node:crypto';

/** What an entry says, apart from its place in the chain. */
export interface AuditFacts {
  readonly at: string;
  readonly actorId: string | null;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly subject: string | null;
  readonly detail: string | null;
}

/** The text that is hashed: a JSON list, so that no two entries can read the same. */
export function canonicalEntry({ at, actorId, actor, role, action, subject, detail }: AuditFacts): string {
  return JSON.stringify([at, actorId, actor, role, action, subject, detail]);
}

/** The hash of an entry binds its text, its number and everything before it. */
export function hashEntry(previous: string, sequence: number, canonical: string): string {
  return createHash('sha256').update(`${previous}\n${sequence}\n${canonical}`).digest('hex');
}
