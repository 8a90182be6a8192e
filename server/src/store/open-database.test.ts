import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bareDatabase, kinds } from '../testing/database.fixture.ts';
import { isAlive } from './embedded/processes.ts';
import { asSystem } from './in-practice.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';
import { storeTrouble } from './trouble.ts';

const opened: OpenDatabase[] = [];
/** One folder for all: making a cluster takes seconds. */
const home = mkdtempSync(join(tmpdir(), 'interspace-open-'));
const open = async (): Promise<OpenDatabase> => {
  const database = await openDatabase({ folder: home, log: () => undefined });
  opened.push(database);
  return database;
};
const postmaster = (): number => {
  try {
    return Number(readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
};
const add = async ({ db }: OpenDatabase, name: string): Promise<void> => {
  await asSystem(db, async (tx) => tx.insertInto('practices').values({ name }).execute());
};
const names = async ({ db }: OpenDatabase): Promise<string[]> =>
  asSystem(db, async (tx) =>
    (await tx.selectFrom('practices').select('name').orderBy('name').execute()).map(({ name }) => name),
  );
/** Tries until the database is back, as a client that was told 503 does. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (attempt === 200 || storeTrouble(error) === undefined) throw error;
      await pause(100);
    }
};

const close = async (): Promise<void> => void (await Promise.all(opened.splice(0).map(async (one) => one.close())));
afterEach(close);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the embedded database', { timeout: 120_000 }, () => {
  beforeEach(async () => {
    const { db } = await open();
    await asSystem(db, async (tx) => tx.deleteFrom('practices').execute());
    await close();
  }, 120_000);

  test('keeps its rows, its password to itself, and ends with the last who used it', async () => {
    const first = await open();
    const second = await open();
    await add(first, 'One');
    expect(await names(second)).toEqual(['One']);
    const pid = postmaster();
    await first.close();
    expect(isAlive(pid)).toBe(true);
    await second.close();
    expect(isAlive(pid)).toBe(false);
    expect(statSync(join(home, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(await names(await open())).toEqual(['One']);
  });

  test('comes back after kill -9, and nothing that was acknowledged is gone', async () => {
    const database = await open();
    for (let round = 0; round < 2; round++) {
      await patiently(async () => add(database, `Kept ${round}`));
      const pid = postmaster();
      process.kill(pid, 'SIGKILL');
      await patiently(async () => add(database, `After ${round}`));
      // Its children serve what they have begun; a moment later there is a new one.
      await vi.waitUntil(() => postmaster() > 0 && postmaster() !== pid, { timeout: 20_000 });
    }
    expect(await names(database)).toEqual(['After 0', 'After 1', 'Kept 0', 'Kept 1']);
  });

  test('of a process that was killed is taken over as it runs', async () => {
    const script = `const { openDatabase } = await import(${JSON.stringify(join(import.meta.dirname, 'open-database.ts'))});
      await openDatabase({ folder: ${JSON.stringify(home)}, log: () => undefined });
      process.stdout.write('open'); setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const died = new Promise((resolve) => child.once('exit', resolve));
    try {
      await new Promise((resolve, reject) => {
        child.stdout.once('data', resolve);
        child.once('exit', reject);
      });
    } finally {
      child.kill('SIGKILL');
    }
    await died;
    const pid = postmaster();
    expect(isAlive(pid)).toBe(true);
    const database = await open();
    expect(postmaster()).toBe(pid);
    await database.close();
    expect(isAlive(pid)).toBe(false);
  });

  test('writes no value of a row into its log', async () => {
    const { db } = await open();
    const twice = { id: '11111111-1111-4111-8111-111111111111', name: 'Secretina Example' };
    await asSystem(db, async (tx) => tx.insertInto('practices').values(twice).execute());
    await expect(asSystem(db, async (tx) => tx.insertInto('practices').values(twice).execute())).rejects.toThrow(
      /duplicate/,
    );
    await expect(sql`select 'Secretina'::int`.execute(db)).rejects.toThrow(/invalid input/);
    const log = readFileSync(join(home, 'postgres', 'log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toMatch(/Secretina|11111111/);
  });

  test('is not made by who only looks', async () => {
    const looking = openDatabase({ folder: join(home, 'nothing'), log: () => undefined, existing: true });
    await expect(looking).rejects.toMatchObject({ issue: { code: 'server/store/none' } });
  });
});

describe.skipIf(!kinds().includes('server'))('a server database', () => {
  const attempt = async (url: string) => openDatabase({ url, folder: '', log: () => undefined });
  const changed = async (change: (url: URL) => void): Promise<string> => {
    const url = new URL(await bareDatabase('server'));
    change(url);
    return url.href;
  };

  test.each([
    ['nothing listens', (url: URL) => ((url.search = ''), (url.port = '1')), 'unreachable'],
    ['the password is wrong', (url: URL) => (url.password = 'wrong'), 'refused'],
    ['there is no such database', (url: URL) => (url.pathname = '/nowhere'), 'refused'],
  ])('%s', async (_, change, code) => {
    await expect(attempt(await changed((url) => void change(url)))).rejects.toMatchObject({
      issue: { code: `server/store/${code}` },
    });
  });

  test('an account that may nothing is told what it needs', async () => {
    const url = new URL(await bareDatabase('server'));
    const owner = await openDatabase({ url: url.href, folder: '', log: () => undefined, migrate: false });
    const name = `poor_${process.pid}`;
    await sql.raw(`create role ${name} login password 'poor'`).execute(owner.db);
    await owner.close();
    [url.username, url.password] = [name, 'poor'];
    await expect(attempt(url.href)).rejects.toMatchObject({ issue: { code: 'server/store/no-rights' } });
  });
});

test.skipIf(process.getuid?.() !== 0)('root does not run it', async () => {
  await open();
  const user = execFileSync('ps', ['-o', 'user=', '-p', String(postmaster())], { encoding: 'utf8' }).trim();
  expect(user).not.toBe('root');
});
