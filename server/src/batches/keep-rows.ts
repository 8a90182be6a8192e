import { createReadStream } from 'node:fs';
import { sql } from 'kysely';
import { withNews, type BatchRow, type BatchRowNews } from '@interspace/batch/render/rows';
import type { Tx } from '../store/in-practice.ts';
import { linesOf } from './lines-of-file.ts';

const ROWS_AT_ONCE = 1000;
const SEVERITY = { block: 0, warn: 1, note: 2, clean: 3 } as const;
const NEWS = Buffer.from('{"news":');
const ISSUE = Buffer.from('{"file":');
const SUMMARY = Buffer.from('{"summary":');

interface Kept {
  readonly claims: number;
  readonly issues: readonly { readonly code: string; readonly message: string; readonly at?: string }[];
}

/** Issues of the file that are shown; there may be as many as segments. */
const SHOWN_ISSUES = 200;

/**
 * Puts the rows of a judged file into the table, with what the patient's other claims changed. All of it in the one
 * transaction that it is given, so that a batch is there whole or not at all.
 */
export async function keepRows(
  tx: Tx,
  { practice, batch, file }: { readonly practice: string; readonly batch: string; readonly file: string },
  tell: (rows: number) => void,
): Promise<Kept> {
  const news = await readNews(file);
  await tx.deleteFrom('batch_claims').where('batch_id', '=', batch).execute();
  const issues: Kept['issues'][number][] = [];
  let claims = 0;
  let waiting: object[] = [];
  const flush = async (): Promise<void> => {
    await insert(tx, practice, batch, waiting);
    waiting = [];
    tell(claims);
  };
  for await (const { bytes, at } of linesOf(createReadStream(file, { highWaterMark: 1 << 20 }))) {
    if (startsWith(bytes, NEWS) || startsWith(bytes, SUMMARY)) continue;
    if (startsWith(bytes, ISSUE)) {
      if (issues.length < SHOWN_ISSUES)
        issues.push((JSON.parse(bytes.toString()) as { issue: Kept['issues'][number] }).issue);
      continue;
    }
    const alone = JSON.parse(bytes.toString()) as BatchRow;
    const changed = news.get(alone.offset);
    const row = changed ? withNews(alone, changed) : alone;
    waiting.push({
      number: ++claims,
      claim_id: row.id,
      date: row.date ?? null,
      payer: row.payer ?? null,
      provider: row.provider ?? null,
      codes: [...new Set(row.lines.map(({ code }) => code))],
      charge_cents: row.charge,
      at_risk_cents: row.atRisk,
      severity: SEVERITY[row.severity],
      findings: row.findings.length,
      first: row.findings[0]?.what ?? null,
      rules: [...new Set(row.findings.map(({ id }) => id))],
      at_byte: at,
      bytes: bytes.length,
      news: changed ?? null,
    });
    if (waiting.length === ROWS_AT_ONCE) await flush();
  }
  await flush();
  return { claims, issues };
}

async function readNews(file: string): Promise<Map<number, BatchRowNews>> {
  const found = new Map<number, BatchRowNews>();
  for await (const { bytes } of linesOf(createReadStream(file, { highWaterMark: 1 << 20 }))) {
    if (!startsWith(bytes, NEWS)) continue;
    const { news } = JSON.parse(bytes.toString()) as { news: BatchRowNews };
    found.set(news.offset, news);
  }
  return found;
}

async function insert(tx: Tx, practice: string, batch: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into batch_claims (practice_id, batch_id, number, claim_id, date, payer, provider, codes, charge_cents,
      at_risk_cents, severity, findings, first, rules, at_byte, bytes, news)
    select ${practice}::uuid, ${batch}::uuid, number, claim_id, date, payer, provider, codes, charge_cents,
      at_risk_cents, severity, findings, first, rules, at_byte, bytes, news
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(number integer, claim_id text, date date, payer text,
      provider text, codes text[], charge_cents bigint, at_risk_cents bigint, severity smallint, findings integer,
      first text, rules text[], at_byte bigint, bytes integer, news jsonb)`.execute(tx);
}

function startsWith(bytes: Buffer, with_: Buffer): boolean {
  return bytes.length >= with_.length && bytes.compare(with_, 0, with_.length, 0, with_.length) === 0;
}
