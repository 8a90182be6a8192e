import { sql } from 'kysely';
import { NO_PRACTICE, type Actor } from '../store/actor.ts';
import type { Tx } from '../store/in-practice.ts';
import { canonicalEntry, type AuditFacts } from './entry.ts';

/** Entries of transactions that are still running. */
const waiting = new WeakMap<Tx, Map<string, AuditFacts[]>>();

export function startAudit(tx: Tx): void {
  waiting.set(tx, new Map());
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
  const practice = actor.practice || NO_PRACTICE;
  entries.set(practice, [
    ...(entries.get(practice) ?? []),
    {
      at: new Date().toISOString(),
      actorId: actor.id || null,
      actor: storable(actor.name),
      role: actor.role,
      action,
      subject: subject === undefined ? null : storable(subject),
      detail: detail === undefined ? null : storable(detail),
    },
  ]);
}

/** Writes what was added, chain after chain in the same order everywhere, so that no two transactions wait for each other. */
export async function flushAudit(tx: Tx): Promise<void> {
  const chains = [...(waiting.get(tx) ?? [])].toSorted(([one], [other]) => (one < other ? -1 : 1));
  waiting.delete(tx);
  for (const [practice, entries] of chains) {
    const rows = entries.map((entry) => [
      canonicalEntry(entry),
      entry.at,
      entry.actorId,
      entry.actor,
      entry.role,
      entry.action,
      entry.subject,
      entry.detail,
    ]);
    await sql`select interspace_append_audit(${practice}::uuid, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
  }
}

/** What PostgreSQL can keep: a text without NUL and without halves of characters. */
function storable(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\uFFFD');
}
