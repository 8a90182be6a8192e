import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { bareDatabase, kinds } from '../testing/database.fixture.ts';
import { asSystem } from './in-practice.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/register.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';

const STEPS = Object.keys(MIGRATIONS);
const opened: OpenDatabase[] = [];
const open = async (url: string, wanted: boolean): Promise<OpenDatabase> => {
  const database = await openDatabase({ url, folder: '', log: () => undefined, migrate: wanted });
  opened.push(database);
  return database;
};
afterAll(async () => void (await Promise.all(opened.map(async (one) => one.close()))));

describe.each(kinds())('tables in a database of kind %s', (kind) => {
  test('come up to date from every earlier version, with rows in them', async () => {
    for (const [index, step] of STEPS.entries()) {
      const url = await bareDatabase(kind);
      const { db } = await open(url, false);
      expect(await migrate(db, step)).toEqual(STEPS.slice(0, index + 1));
      const practice = await asSystemPlain(db, step);
      await signedIn(db, practice);
      expect(await migrate(db)).toEqual(STEPS.slice(index + 1));
      const kept = await asSystem(db, async (tx) => tx.selectFrom('practices').select(['id', 'name']).execute());
      expect(kept).toEqual([{ id: practice, name: `Practice of ${step}` }]);
      const sessions = await asSystem(db, async (tx) =>
        tx.selectFrom('web_sessions').select(['id', 'handle', 'agent', 'by_provider']).execute(),
      );
      expect(sessions).toEqual([
        { id: `session of ${practice}`, handle: expect.any(String) as string, agent: null, by_provider: false },
      ]);
      expect(await migrate(db)).toEqual([]);
    }
  });

  test('of a newer version are left alone', async () => {
    const url = await bareDatabase(kind);
    const { db } = await open(url, true);
    await sql`insert into interspace.kysely_migration values ('9999-from-tomorrow', '2099-01-01')`.execute(db);
    await expect(open(url, true)).rejects.toMatchObject({ issue: { code: 'server/store/newer' } });
  });

  test('are made once when several servers start at the same moment', async () => {
    const url = await bareDatabase(kind);
    const all = await Promise.all(Array.from({ length: 4 }, async () => open(url, true)));
    expect(await migrate((all[0] as OpenDatabase).db)).toEqual([]);
  });
});

/** A row of every version: the tables of later steps are not there yet. */
async function asSystemPlain(db: OpenDatabase['db'], step: string): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await sql`set local role interspace_system`.execute(tx);
    const row = await tx
      .insertInto('practices')
      .values({ name: `Practice of ${step}` })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

/** Somebody with a second factor who is signed in, as the first version knew it. */
async function signedIn(db: OpenDatabase['db'], practice: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local role interspace_system`.execute(tx);
    const account = await sql<{ id: string }>`
      insert into accounts (practice_id, login, name, role, totp_secret)
      values (${practice}, ${practice}, 'Testina Early', 'coder', 'JBSWY3DPEHPK3PXP') returning id`.execute(tx);
    await sql`insert into web_sessions (id, practice_id, account_id, csrf, expires_at)
      values (${`session of ${practice}`}, ${practice}, ${account.rows[0]?.id}, 'x', now() + interval '1 hour')`.execute(
      tx,
    );
  });
}
