import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addPractice,
  freshDatabase,
  kinds,
  type TestDatabase,
  type TestPractice,
} from '../testing/database.fixture.ts';
import { asSystem, inPractice } from './in-practice.ts';
import type { Actor } from './actor.ts';

describe.each(kinds())('practices apart in a database of kind %s', (kind) => {
  let open: TestDatabase;
  let ours: TestPractice;
  let theirs: TestPractice;
  const patient = (practice: TestPractice, mrn: string, physician?: string) => ({
    practice_id: practice.id,
    mrn,
    first_name: 'Testina',
    last_name: `Example-${mrn}`,
    birth_date: '1950-01-02',
    physician_id: physician ?? null,
  });
  const mrns = async (actor: Actor) =>
    inPractice(open.db, actor, async (tx) =>
      (await tx.selectFrom('patients').select('mrn').orderBy('mrn').execute()).map(({ mrn }) => mrn),
    );

  beforeAll(async () => {
    open = await freshDatabase(kind);
    [ours, theirs] = [await addPractice(open.db), await addPractice(open.db, 'Another Invented Practice')];
    await asSystem(open.db, async (tx) => {
      await tx
        .insertInto('patients')
        .values([
          patient(ours, 'O1', ours.actors.physician.id),
          patient(ours, 'O2'),
          patient(theirs, 'T1', theirs.actors.physician.id),
        ])
        .execute();
    });
  });
  afterAll(async () => open.close());

  test('a query without a where shows the own practice, and a physician the own patients', async () => {
    expect(await mrns(ours.actors.coder)).toEqual(['O1', 'O2']);
    expect(await mrns(ours.actors.physician)).toEqual(['O1']);
    expect(await mrns(theirs.actors.biller)).toEqual(['T1']);
    expect(await mrns({ ...ours.actors.coder, practice: '' })).toEqual([]);
  });

  test('nobody writes into another practice', async () => {
    const intrude = inPractice(open.db, theirs.actors.coder, async (tx) =>
      tx.insertInto('patients').values(patient(ours, 'X')).execute(),
    );
    await expect(intrude).rejects.toThrow(/row-level security/);
    await inPractice(open.db, theirs.actors.coder, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('patients')
        .set({ last_name: 'Gone' })
        .where('mrn', '=', 'O2')
        .executeTakeFirst();
      expect(Number(numUpdatedRows)).toBe(0);
    });
  });

  test('the glass opens one chart, for one person, until its hour is over', async () => {
    const { physician } = ours.actors;
    const second = await asSystem(open.db, async (tx) => {
      const found = await tx.selectFrom('patients').select('id').where('mrn', '=', 'O2').executeTakeFirstOrThrow();
      const expired = {
        practice_id: ours.id,
        account_id: physician.id,
        patient_id: found.id,
        reason: 'An invented reason',
      };
      await tx
        .insertInto('break_glass')
        .values({ ...expired, until: '2020-01-01T00:00:00Z' })
        .execute();
      return found.id;
    });
    expect(await mrns(physician)).toEqual(['O1']);
    await inPractice(open.db, physician, async (tx) => {
      await tx
        .insertInto('break_glass')
        .values({
          practice_id: ours.id,
          account_id: physician.id,
          patient_id: second,
          reason: 'An invented reason',
          until: new Date(Date.now() + 60_000).toISOString(),
        })
        .execute();
    });
    expect(await mrns(physician)).toEqual(['O1', 'O2']);
    expect(await mrns({ ...physician, id: ours.actors.coder.id })).toEqual([]);
  });

  test('every table with a practice has the guard, and every one with a patient asks whether the patient is seen', async () => {
    const { rows } = await sql<{ name: string; patient: boolean; forced: boolean; policies: string[] }>`
      select c.relname as name,
        exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'patient_id') as patient,
        c.relrowsecurity and c.relforcerowsecurity as forced,
        array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
      from pg_class c where c.relnamespace = 'interspace'::regnamespace and c.relkind = 'r'
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'practice_id')`.execute(
      open.db,
    );
    expect(rows.length).toBeGreaterThan(15);
    for (const { name, patient: ofPatient, forced, policies } of rows) {
      const own = name === 'patients' || (ofPatient && name !== 'break_glass');
      expect({ name, forced, policies }).toEqual({
        name,
        forced: true,
        // Tokens are nobody's business but the system's.
        policies: own
          ? ['practice', 'system', 'visible']
          : name === 'access_tokens'
            ? ['system']
            : ['practice', 'system'],
      });
    }
  });

  test('what a transaction set is gone after it', async () => {
    await mrns(ours.actors.coder);
    const { rows } = await sql<{ who: string; practice: string | null }>`
      select current_user as who, nullif(current_setting('interspace.practice', true), '') as practice`.execute(
      open.db,
    );
    expect(rows[0]).toEqual({ who: kind === 'embedded' ? 'interspace' : 'practice_owner', practice: null });
  });
});
