import type { Insertable } from 'kysely';
import { NO_PRACTICE, type Actor } from '../store/actor.ts';
import type { Tx } from '../store/tx.ts';
import type { AuditInbox } from '../store/tables.ts';
import { canonicalEntry, type AuditFacts } from './entry.ts';

/** Entries of transactions that are still running. */
const waiting = new WeakMap<Tx, Insertable<AuditInbox>[]>();

export function startAudit(tx: Tx): void {
  waiting.set(tx, []);
}

/**
 * Adds an entry to the audit log. It is written as the last step of the transaction, so that the chain is locked only
 * for the moment of the commit; when the transaction fails there is no entry, as nothing happened.
 */
export function appendAudit(
  tx: Tx,
  actor: Pick<Actor, 'id' | 'name' | 'role' | 'practice'>,
  action: string,
  subject?: string,
  detail?: string,
): void {
  const entries = waiting.get(tx);
  if (entries === undefined) throw new Error('The audit log is written inside inPractice or asSystem.');
  const facts: AuditFacts = {
    at: new Date().toISOString(),
    actorId: actor.id || null,
    actor: storable(actor.name),
    role: actor.role,
    action,
    subject: subject === undefined ? null : storable(subject),
    detail: detail === undefined ? null : storable(detail),
  };
  const { actorId, ...rest } = facts;
  entries.push({
    ...rest,
    actor_id: actorId,
    practice_id: actor.practice || NO_PRACTICE,
    canonical: canonicalEntry(facts),
  });
}

/** Writes what was added, chain after chain in the same order everywhere, so that no two transactions wait for each other. */
export async function flushAudit(tx: Tx): Promise<void> {
  const rows = waiting.get(tx) ?? [];
  waiting.delete(tx);
  if (rows.length === 0) return;
  await tx
    .insertInto('audit_inbox')
    .values(rows.toSorted((one, other) => (one.practice_id < other.practice_id ? -1 : 1)))
    .execute();
}

/** What PostgreSQL can keep: a text without NUL and without halves of characters. */
function storable(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\uFFFD');
}
