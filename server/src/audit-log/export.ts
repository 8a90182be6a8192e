import { sql } from 'kysely';
import { asSystem } from '../store/in-practice.ts';
import type { Database } from '../store/open-database.ts';
import type { AuditLog } from '../store/tables.ts';

const PAGE = 2000;
export const EXPORT_COLUMNS = [
  'practice_id',
  'sequence',
  'at',
  'actor_id',
  'actor',
  'role',
  'action',
  'subject',
  'detail',
  'previous',
  'hash',
] as const satisfies readonly (keyof AuditLog)[];

export interface ExportFilter {
  readonly practice?: string | undefined;
  /** First and last day. */
  readonly from?: string | undefined;
  readonly through?: string | undefined;
}

/** The entries in order, page by page: what leaves here can be checked again with their hashes. */
export async function* exportAuditLog(db: Database, filter: ExportFilter): AsyncGenerator<AuditLog[]> {
  let last: { practice_id: string; sequence: number } | undefined;
  for (;;) {
    const after = last;
    const rows = await asSystem(db, async (tx) =>
      tx
        .selectFrom('audit_log')
        .select([...EXPORT_COLUMNS])
        .$if(filter.practice !== undefined, (query) => query.where('practice_id', '=', filter.practice ?? ''))
        .$if(filter.from !== undefined, (query) => query.where('at', '>=', `${filter.from}T00:00:00Z`))
        .$if(filter.through !== undefined, (query) => query.where('at', '<=', `${filter.through}T23:59:59.999Z`))
        .$if(after !== undefined, (query) =>
          query.where(
            sql<boolean>`(practice_id, sequence) > (${after?.practice_id ?? ''}::uuid, ${after?.sequence ?? 0}::bigint)`,
          ),
        )
        .orderBy('practice_id')
        .orderBy('sequence')
        .limit(PAGE)
        .execute(),
    );
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}

/** One entry as a line: JSON, or CSV as RFC 4180 has it. */
export function entryAsLine(row: AuditLog, format: 'jsonl' | 'csv'): string {
  if (format === 'jsonl') return JSON.stringify(row);
  return EXPORT_COLUMNS.map((column) => csv(row[column])).join(',');
}

/** A sheet program runs what begins with = + - @: such a text gets an apostrophe. */
function csv(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
