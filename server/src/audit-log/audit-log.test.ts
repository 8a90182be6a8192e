import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  addPractice,
  freshDatabase,
  kinds,
  type TestDatabase,
  type TestPractice,
} from '../testing/database.fixture.ts';
import { inPractice } from '../store/in-practice.ts';
import { appendAudit } from './append.ts';
import { verifyAuditLog } from './verify.ts';

describe.each(kinds())('the audit log in a database of kind %s', (kind) => {
  let open: TestDatabase;
  let practice: TestPractice;
  beforeAll(async () => {
    open = await freshDatabase(kind);
  });
  afterAll(async () => open.close());

  const write = async (count: number, detail = 'a "quoted" détail\n– and more 🙂'): Promise<void> => {
    const { coder } = practice.actors;
    await Promise.all(
      Array.from({ length: count }, async (_, index) =>
        inPractice(open.db, coder, async (tx) => appendAudit(tx, coder, 'chart.read', `patient ${index}`, detail)),
      ),
    );
  };
  /** What somebody with the rights of an administrator of the database can do. */
  const tamper = async (statement: string): Promise<void> => {
    await open.db.transaction().execute(async (tx) => {
      await sql.raw('alter table audit_log no force row level security, disable trigger user').execute(tx);
      await sql.raw('alter table audit_heads no force row level security, disable trigger user').execute(tx);
      await sql.raw(statement.replaceAll('$practice', `practice_id = '${practice.id}'`)).execute(tx);
      await sql.raw('alter table audit_log force row level security, enable trigger user').execute(tx);
      await sql.raw('alter table audit_heads force row level security, enable trigger user').execute(tx);
    });
  };
  const found = async () => {
    const { broken, intact } = await verifyAuditLog(open.db, { practice: practice.id });
    expect(intact).toBe(broken.length === 0);
    return broken.map(({ sequence, why }) => `${sequence} ${why}`);
  };
  const fresh = async (count = 20): Promise<void> => {
    practice = await addPractice(open.db);
    await write(count);
    expect(await found()).toEqual([]);
  };

  test('is one unbroken chain, however many write at once', async () => {
    await fresh(60);
    const { entries, chains } = await verifyAuditLog(open.db, { practice: practice.id });
    expect(entries).toBe(60);
    expect(chains[0]).toMatchObject({ entries: 60, sequence: 60 });
  });

  test('three entries edited by hand are named', async () => {
    await fresh();
    await tamper(`update audit_log set actor = 'Somebody Else' where $practice and sequence = 3;
                  update audit_log set at = at + interval '1 day' where $practice and sequence = 9;
                  update audit_log set detail = null where $practice and sequence = 20`);
    expect(await found()).toEqual([3, 9, 20].map((number) => `${number} changed after it was written`));
  });

  test.each([
    ['one taken out', 'delete from audit_log where $practice and sequence = 5', ['5 missing']],
    ['the beginning', 'delete from audit_log where $practice and sequence < 4', ['1 missing, up to 3']],
    [
      'the end',
      'delete from audit_log where $practice and sequence > 18',
      ['19 cut off at the end: 2 missing, up to 20'],
    ],
    [
      'the end, with the note of the end set back',
      `delete from audit_log where $practice and sequence > 18;
       update audit_heads set sequence = 18 where $practice`,
      ['18 is not the entry that was noted as the last'],
    ],
    ['the note of the end', 'delete from audit_heads where $practice', ['20 the note of the last entry is gone']],
    [
      'an entry written anew with a fitting hash',
      `update audit_log set actor = 'X', hash = encode(sha256(convert_to(previous || E'\\n7\\n' || json_build_array(1)::text, 'UTF8')), 'hex')
       where $practice and sequence = 7`,
      ['7 changed after it was written', '8 does not follow from the entry before it'],
    ],
  ])('what was done by hand is noticed: %s', async (_, statement, expected) => {
    await fresh();
    await tamper(statement);
    expect(await found()).toEqual(expected);
  });

  test('a chain rewritten from end to end is caught by a note outside', async () => {
    await fresh(3);
    const { chains } = await verifyAuditLog(open.db, { practice: practice.id });
    const anchors = [{ practice: practice.id, sequence: 3, hash: chains[0]?.last ?? '' }];
    await tamper(`delete from audit_log where $practice; delete from audit_heads where $practice`);
    await write(3);
    expect(await found()).toEqual([]);
    const { broken } = await verifyAuditLog(open.db, { practice: practice.id, anchors });
    expect(broken.map(({ sequence, why }) => `${sequence} ${why}`)).toEqual([
      '3 differs from what was noted outside the database',
    ]);
  });

  test.each([
    'update audit_log set actor = null',
    'delete from audit_log',
    'update audit_heads set sequence = 0',
    'delete from audit_heads',
  ])('the server itself cannot: %s', async (statement) => {
    await fresh(2);
    const { administrator } = practice.actors;
    const attempt = inPractice(open.db, administrator, async (tx) => sql.raw(statement).execute(tx));
    await expect(attempt).rejects.toThrow(/permission denied|only moves forward/);
  });

  test('a clock that jumps forth and back breaks nothing: the number tells the order', async () => {
    await fresh(1);
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const year of ['2031', '2019', '2026']) {
        vi.setSystemTime(`${year}-02-28T23:59:59.999Z`);
        await write(1);
      }
    } finally {
      vi.useRealTimers();
    }
    expect(await found()).toEqual([]);
    const { chains } = await verifyAuditLog(open.db, { practice: practice.id });
    expect(chains[0]?.sequence).toBe(4);
  });

  test('a transaction that fails leaves no entry', async () => {
    await fresh(1);
    const { coder } = practice.actors;
    const failing = inPractice(open.db, coder, async (tx) => {
      appendAudit(tx, coder, 'chart.write', 'patient 1');
      await Promise.resolve();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await verifyAuditLog(open.db, { practice: practice.id })).entries).toBe(1);
  });
});
