import { writeFileSync } from 'node:fs';
import { daysBetween, type IsoDate } from '@interspace/core/model/date';
import type { Insertable } from 'kysely';
import type { Session as SessionAnswer } from '../contract/session.ts';
import { arrived, newBatch } from '../batches/batches.ts';
import { batchFolder } from '../batches/folder.ts';
import { hashPassword } from '../identity/passwords.ts';
import type { Actor } from '../store/actor.ts';
import { asSystem, inPractice, type Tx } from '../store/in-practice.ts';
import type { Database } from '../store/open-database.ts';
import type { Tables } from '../store/tables.ts';
import { batchFile, BILLING, PAYERS, type VisitToBill } from './batch-file.ts';
import { demoCharges } from './charges.ts';
import { drawFrom } from './draw.ts';
import { demoId } from './ids.ts';
import { inventCharts } from './invent.ts';
import { PASSWORD, PRACTICE, STAFF } from './people.ts';
import { rowsOf, type DemoRows } from './rows.ts';

export type DemoAccounts = NonNullable<SessionAnswer['demo']>;

export interface Demo {
  readonly accounts: DemoAccounts;
  /** Encounters of the last weeks that nobody judged yet, the newest first. */
  readonly unjudged: readonly string[];
  readonly actor: Actor;
}

const PRACTICE_ID = demoId('practice');

/**
 * Fills an empty database with the invented practice; one that has it already is left as people changed it. Undefined when
 * the database belongs to a practice: nothing invented is put beside real charts.
 */
export async function loadDemo(db: Database, home: string, today: IsoDate): Promise<Demo | undefined> {
  const practices = await asSystem(db, async (tx) => tx.selectFrom('practices').select('id').execute());
  if (practices.some(({ id }) => id !== PRACTICE_ID)) return undefined;
  const coder = STAFF.findIndex(({ role }) => role === 'coder');
  const actor: Actor = {
    id: staffId(coder),
    name: STAFF[coder]?.name ?? '',
    role: 'coder',
    practice: PRACTICE_ID,
    kind: 'account',
  };
  if (practices.length === 0) await fill(db, home, today);
  const unjudged = await inPractice(db, actor, async (tx) =>
    tx
      .selectFrom('encounters')
      .select('id')
      .where('record_id', 'is', null)
      .where('status', 'in', ['open', 'held', 'ready'])
      .orderBy('date', 'desc')
      .execute(),
  );
  return { actor, unjudged: unjudged.map(({ id }) => id), accounts: accounts() };
}

function accounts(): DemoAccounts {
  return STAFF.map(({ login, role, name }) => ({ login, password: PASSWORD, role, name }));
}

function staffId(at: number): string {
  return demoId(`account ${STAFF[at]?.login ?? ''}`);
}

async function fill(db: Database, home: string, today: IsoDate): Promise<void> {
  const charts = inventCharts(today);
  const rows = rowsOf(charts, { practice: PRACTICE_ID, staff: STAFF.map((_, at) => staffId(at)), today });
  const password_hash = await hashPassword(PASSWORD);
  const settings = {
    demo: true,
    claims: {
      billing: BILLING,
      submitter: { name: BILLING.name, id: 'EXAMPLE', contact: 'BILL BILLINGTON', phone: '6145550100' },
      receiver: { name: 'TEST CLEARINGHOUSE', id: 'TESTCLEAR' },
      payers: PAYERS,
      charges: demoCharges(charts),
    },
  };
  await asSystem(db, async (tx) => {
    await tx
      .insertInto('practices')
      .values({ id: PRACTICE_ID, name: PRACTICE, settings: JSON.stringify(settings) })
      .execute();
    await tx
      .insertInto('accounts')
      .values(
        STAFF.map(({ login, name, role, npi }, at) => ({
          id: staffId(at),
          practice_id: PRACTICE_ID,
          login,
          name,
          role,
          npi: npi ?? null,
          password_hash,
        })),
      )
      .execute();
    for (const table of Object.keys(rows) as (keyof DemoRows)[]) await insert(tx, table, rows[table]);
    await sendBatches(
      tx,
      home,
      today,
      charts.flatMap((chart) => chart.visits.map((visit) => ({ chart, visit }))),
    );
  });
}

/** A statement may have 65,535 values. */
const AT_ONCE = 400;

async function insert<T extends keyof DemoRows>(tx: Tx, table: T, rows: DemoRows[T]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await tx
      .insertInto(table as 'patients')
      .values(rows.slice(at, at + AT_ONCE) as unknown as Insertable<Tables['patients']>[])
      .execute();
}

/** A week's claims and a quarter's: judged by the process of batches as soon as the server runs. */
async function sendBatches(
  tx: Tx,
  home: string,
  today: IsoDate,
  visits: readonly Omit<VisitToBill, 'number'>[],
): Promise<void> {
  const biller: Actor = {
    id: staffId(STAFF.findIndex(({ role }) => role === 'biller')),
    name: 'Bill Billington',
    role: 'biller',
    practice: PRACTICE_ID,
    kind: 'account',
  };
  const draw = drawFrom(7);
  for (const [name, days] of [
    ['example-week.837', 9],
    ['example-quarter.837', 95],
  ] as const) {
    const bills = visits
      .filter(({ visit }) => daysBetween(visit.date, today) <= days)
      .map(({ chart, visit }, at) => ({
        chart,
        // One in twelve is billed with a mistake, as it happens.
        visit: draw.chance(0.08)
          ? { ...visit, lines: visit.lines.map((line) => ({ ...line, units: line.units + 2 })) }
          : visit,
        number: `DEMO${String(at + 1).padStart(5, '0')}`,
      }));
    if (bills.length === 0) continue;
    const { id } = await newBatch(tx, biller, name);
    const bytes = batchFile(bills, today);
    writeFileSync(batchFolder(home, id).claims, bytes, { mode: 0o600 });
    await arrived(tx, id, bytes.length);
  }
}
