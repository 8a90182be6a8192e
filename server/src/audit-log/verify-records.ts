import { digestOfText } from './digest.ts';
import type { Tx } from '../store/tx.ts';
import type { BrokenEntry } from './broken-entry.ts';

/** The action that notes a kept DecisionRecord with its digests. */
export const KEPT = 'record.keep';
const PAGE = 500;

/** What the audit log says about a record that was kept. */
export function keptDetail(inputDigest: string, reviewDigest: string): string {
  return `input ${inputDigest} review ${reviewDigest}`;
}

/** Whether every DecisionRecord still is what the audit log says of it, and none is gone or came in by a side door. */
export async function verifyRecords(
  tx: Tx,
  practice: string | undefined,
): Promise<{ count: number; broken: BrokenEntry[] }> {
  const broken: BrokenEntry[] = [];
  const entries = await tx
    .selectFrom('audit_log')
    .select(['practice_id', 'sequence', 'subject', 'detail'])
    .where('action', '=', KEPT)
    .$if(practice !== undefined, (query) => query.where('practice_id', '=', practice ?? ''))
    .execute();
  const told = new Map(entries.map((entry) => [entry.subject?.replace(/^record /, '') ?? '', entry]));
  let count = 0;
  let last: string | undefined;
  for (;;) {
    const after = last;
    const rows = await tx
      .selectFrom('decision_records')
      .select(['id', 'practice_id', 'input', 'review', 'input_digest', 'review_digest'])
      .$if(practice !== undefined, (query) => query.where('practice_id', '=', practice ?? ''))
      .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const entry = told.get(row.id);
      told.delete(row.id);
      const digests = [digestOfText(row.input), digestOfText(row.review)] as const;
      const sequence = entry?.sequence ?? 0;
      if (entry === undefined)
        broken.push({ practice: row.practice_id, sequence, why: `no entry tells of record ${row.id}` });
      else if (entry.detail !== keptDetail(...digests))
        broken.push({ practice: row.practice_id, sequence, why: `record ${row.id} was changed after it was kept` });
      else if (digests[0] !== row.input_digest || digests[1] !== row.review_digest)
        broken.push({ practice: row.practice_id, sequence, why: `the digests of record ${row.id} were changed` });
    }
    count += rows.length;
    if (rows.length < PAGE) break;
    last = rows.at(-1)?.id;
  }
  for (const [id, { practice_id, sequence }] of told)
    broken.push({ practice: practice_id, sequence, why: `record ${id} is gone` });
  return { count, broken };
}
