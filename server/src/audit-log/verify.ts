import { sql } from 'kysely';
import { onSnapshot, type Tx } from '../store/in-practice.ts';
import type { Database } from '../store/open-database.ts';
import type { BrokenEntry } from './broken-entry.ts';
import { canonicalEntry, hashEntry } from './entry.ts';
import { verifyRecords } from './verify-records.ts';

export interface Chain {
  readonly practice: string;
  readonly entries: number;
  readonly sequence: number;
  /** Hash of the last entry. */
  readonly last: string;
}

export interface AuditVerification {
  readonly chains: readonly Chain[];
  readonly entries: number;
  readonly records: number;
  readonly broken: readonly BrokenEntry[];
  readonly intact: boolean;
}

/** An end of a chain that was written down elsewhere. */
export interface Anchor {
  readonly practice: string;
  readonly sequence: number;
  readonly hash: string;
}

const PAGE = 5000;
/** A log that somebody rewrote from the middle is broken everywhere behind: the first hundred places are enough. */
const MOST = 100;

/**
 * Reads the whole audit log, or that of one practice, and says where it is not what was written: entries changed, taken
 * out, cut off at the end, and DecisionRecords that differ from what their entry says. `anchors`: ends noted elsewhere.
 */
export async function verifyAuditLog(
  db: Database,
  { practice, anchors = [] }: { practice?: string | undefined; anchors?: readonly Anchor[] } = {},
): Promise<AuditVerification> {
  return onSnapshot(db, async (tx) => {
    const chains: Chain[] = [];
    const broken: BrokenEntry[] = [];
    for (const id of await practices(tx, practice)) {
      const chain = await verifyChain(
        tx,
        id,
        anchors.filter((anchor) => anchor.practice === id),
      );
      chains.push(chain.chain);
      broken.push(...chain.broken);
    }
    const records = await verifyRecords(tx, practice);
    broken.push(...records.broken);
    return {
      chains,
      entries: chains.reduce((sum, { entries }) => sum + entries, 0),
      records: records.count,
      broken,
      intact: broken.length === 0,
    };
  });
}

async function practices(tx: Tx, only: string | undefined): Promise<string[]> {
  if (only !== undefined) return [only];
  const { rows } = await sql<{ id: string }>`
    select distinct practice_id as id from audit_log union select practice_id from audit_heads
    union select practice_id from audit_inbox order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

async function verifyChain(
  tx: Tx,
  practice: string,
  anchors: readonly Anchor[],
): Promise<{ chain: Chain; broken: BrokenEntry[] }> {
  const broken: BrokenEntry[] = [];
  const say = (sequence: number, why: string): void => {
    if (broken.length < MOST) broken.push({ practice, sequence, why });
  };
  const noted = new Map(anchors.map(({ sequence, hash }) => [sequence, hash]));
  let [sequence, hash, entries] = [0, '', 0];
  for (;;) {
    const rows = await tx
      .selectFrom('audit_log')
      .selectAll()
      .where('practice_id', '=', practice)
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      if (row.sequence !== sequence + 1)
        say(sequence + 1, row.sequence === sequence + 2 ? 'missing' : `missing, up to ${row.sequence - 1}`);
      const text = canonicalEntry({ ...row, actorId: row.actor_id });
      if (row.previous !== hash && row.sequence === sequence + 1)
        say(row.sequence, 'does not follow from the entry before it');
      if (row.hash !== hashEntry(row.previous, row.sequence, text)) say(row.sequence, 'changed after it was written');
      const note = noted.get(row.sequence);
      if (note !== undefined && note !== row.hash)
        say(row.sequence, 'differs from what was noted outside the database');
      noted.delete(row.sequence);
      [sequence, hash] = [row.sequence, row.hash];
      entries += 1;
    }
    if (rows.length < PAGE) break;
  }
  const head = await tx.selectFrom('audit_heads').selectAll().where('practice_id', '=', practice).executeTakeFirst();
  if (head === undefined && entries > 0) say(sequence, 'the note of the last entry is gone');
  if (head !== undefined && head.sequence > sequence)
    say(sequence + 1, `cut off at the end: ${head.sequence - sequence} missing, up to ${head.sequence}`);
  else if (head !== undefined && (head.sequence !== sequence || head.hash !== hash))
    say(sequence, 'is not the entry that was noted as the last');
  for (const missing of noted.keys())
    if (missing > sequence) say(missing, 'was noted outside the database and is not there');
  const outside = await tx.selectFrom('audit_inbox').select('id').where('practice_id', '=', practice).execute();
  if (outside.length > 0) say(sequence + 1, `${outside.length} were never linked to the chain`);
  return { chain: { practice, entries, sequence, last: hash }, broken };
}
