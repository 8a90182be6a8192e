import { open } from 'node:fs/promises';
import { sql, type SelectQueryBuilder } from 'kysely';
import type { z } from 'zod';
import { withNews, type BatchRow, type BatchRowNews } from '@interspace/batch/render/rows';
import type { ClaimQuery, ClaimRow, ClaimView } from '../contract/batches.ts';
import type { Tx } from '../store/in-practice.ts';
import type { Tables } from '../store/tables.ts';

const SEVERITIES = ['block', 'warn', 'note', 'clean'] as const;
type Query = z.infer<typeof ClaimQuery>;
type Row = z.infer<typeof ClaimRow>;

/** A cut of the claims of a batch, filtered and sorted, and how many there are in all. */
export async function claimsOf(tx: Tx, batch: string, query: Query): Promise<{ total: number; items: Row[] }> {
  const chosen = filtered(tx.selectFrom('batch_claims').where('batch_id', '=', batch), query);
  const { total } = await chosen.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const column = {
    position: 'number',
    risk: 'at_risk_cents',
    charge: 'charge_cents',
    findings: 'findings',
    date: 'date',
  }[query.sort] as 'number';
  const rows = await chosen
    .select(COLUMNS)
    .orderBy(column, query.order)
    .orderBy('number')
    .offset(query.offset)
    .limit(query.limit)
    .execute();
  return { total, items: rows.map(rowView) };
}

/** One claim with its lines, findings and coverage, read from the rows of its batch. */
export async function claimOf(
  tx: Tx,
  batch: string,
  number: number,
  file: string,
): Promise<z.infer<typeof ClaimView> | undefined> {
  const row = await tx
    .selectFrom('batch_claims')
    .select([...COLUMNS, 'at_byte', 'bytes', 'news'])
    .where('batch_id', '=', batch)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const whole = await wholeRow(file, row);
  return {
    ...rowView(row),
    lines: whole.lines.map((line) => ({ ...line, modifiers: [...line.modifiers], diagnoses: [...line.diagnoses] })),
    all: [...whole.findings],
    coverage: [...whole.coverage],
  };
}

interface Placed {
  readonly at_byte: number;
  readonly bytes: number;
  readonly news: unknown;
}

/** The row as it was judged, with what the patient's other claims changed. */
export async function wholeRow(file: string, { at_byte, bytes, news }: Placed): Promise<BatchRow> {
  const rows = await open(file, 'r');
  try {
    const { buffer } = await rows.read(Buffer.alloc(bytes), 0, bytes, at_byte);
    const row = JSON.parse(buffer.toString()) as BatchRow;
    return news === null || news === undefined ? row : withNews(row, news as BatchRowNews);
  } finally {
    await rows.close();
  }
}

function filtered<O>(rows: SelectQueryBuilder<Tables, 'batch_claims', O>, query: Query) {
  const { severity, rule, payer, provider, least, search } = query;
  let chosen = rows;
  if (severity !== undefined) chosen = chosen.where('severity', '=', SEVERITIES.indexOf(severity));
  if (rule !== undefined) chosen = chosen.where(sql<boolean>`${rule} = any(rules)`);
  if (payer !== undefined) chosen = chosen.where(named('payer', payer));
  if (provider !== undefined) chosen = chosen.where(named('provider', provider));
  if (least !== undefined) chosen = chosen.where('at_risk_cents', '>=', least);
  if (search !== undefined && search !== '') chosen = chosen.where(sql<boolean>`starts_with(claim_id, ${search})`);
  return chosen;
}

/** Groups without a name are told as `not named`. */
function named(column: 'payer' | 'provider', name: string) {
  return sql<boolean>`coalesce(${sql.ref(column)}, 'not named') = ${name}`;
}

const COLUMNS = [
  'number',
  'claim_id',
  'date',
  'payer',
  'provider',
  'codes',
  'charge_cents',
  'at_risk_cents',
  'severity',
  'findings',
  'first',
] as const;

function rowView(row: Pick<Tables['batch_claims'], Exclude<(typeof COLUMNS)[number], never>>): Row {
  return {
    number: row.number,
    id: row.claim_id,
    ...(row.date === null ? {} : { date: row.date }),
    ...(row.payer === null ? {} : { payer: row.payer }),
    ...(row.provider === null ? {} : { provider: row.provider }),
    codes: row.codes,
    charge: row.charge_cents,
    atRisk: row.at_risk_cents,
    severity: SEVERITIES[row.severity] ?? 'clean',
    findings: row.findings,
    ...(row.first === null ? {} : { first: row.first }),
  };
}
