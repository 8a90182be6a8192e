import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Issue } from '@interspace/core/model/result';
import pg from 'pg';
import { issue } from '../../issues.ts';
import { StoreError } from '../store-error.ts';
import { binaries } from './binaries.ts';
import { placesFor } from './places.ts';
import { createCluster, lastWords, notStarted, OWNER, readPostmaster, startPostmaster } from './postmaster.ts';
import { isAlive, isPostgres } from './processes.ts';
import { underLock } from './start-lock.ts';

export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** The embedded database: kept running, by whoever notices first that it is not. */
export interface Embedded {
  readonly connection: Connection;
  /** Starts it again when it is gone; many callers share one attempt. */
  readonly ensure: () => Promise<void>;
  /** Why it does not come back, when that is known. */
  readonly problem: () => Issue | undefined;
  /** Stops it, unless another program still uses it. */
  readonly stop: () => Promise<void>;
}

const DATABASE = 'interspace';
/** How often we look whether it lives; a dead one is also noticed by the first failing connection. */
const WATCH = 500;

/** `name`: what our own connections call themselves. Starts the database of a data folder, or attaches to the one that an earlier process left running. */
export async function openEmbedded(folder: string, name: string, log: (line: string) => void): Promise<Embedded> {
  const places = placesFor(folder, log);
  const programs = binaries(places.user, places.shared);
  let closed = false;
  let attempt: Promise<void> | undefined;
  let connection: Connection | undefined;
  let problem: Issue | undefined;

  const start = async (): Promise<void> => {
    await underLock(places.lock, async () => {
      createCluster(programs, places);
      const left = readPostmaster(places);
      if (left !== undefined && !isPostgres(left.pid)) rmSync(join(places.data, 'postmaster.pid'), { force: true });
      for (let round = 0; ; round++) {
        if ((await alive()) || (await ready(await startPostmaster(programs, places)))) {
          problem = undefined;
          return;
        }
        const tail = readFileSync(places.log, 'utf8').slice(-8000);
        problem = /No space left/i.test(tail) ? issue('server/store/full') : undefined;
        // After kill -9 the children of the old one may still be leaving; they hold its memory for a moment.
        if (round === 20) throw problem === undefined ? notStarted(lastWords(tail)) : new StoreError(problem);
        await pause(Math.min(250 * 1.3 ** round, 3000));
      }
    });
  };

  const alive = async (): Promise<boolean> => {
    const known = readPostmaster(places);
    return known !== undefined && isPostgres(known.pid) && (await answers({ exitCode: null }));
  };

  /** Waits as long as the process lives: recovery of a large database takes its time. */
  const ready = async (child: {
    readonly exitCode: number | null;
    readonly signalCode?: string | null;
  }): Promise<boolean> => {
    const told = performance.now() + 10_000;
    while (child.exitCode === null && (child.signalCode ?? null) === null) {
      if (await answers(child)) return true;
      if (performance.now() > told) log('The database is still starting (it may be recovering).');
      await pause(25);
    }
    return false;
  };

  const answers = async (child: { readonly exitCode: number | null }): Promise<boolean> => {
    const deadline = performance.now() + 3000;
    while (child.exitCode === null) {
      const known = readPostmaster(places);
      if (known) {
        const maintenance = { ...known, user: OWNER, password: places.password, database: 'postgres' };
        const outcome = await ensureDatabase(maintenance);
        if (outcome === 'ready') {
          connection = { ...maintenance, host: known.host, port: known.port, database: DATABASE };
          return true;
        }
        if (outcome === 'refused' && performance.now() > deadline) return false;
        if (outcome === 'starting') await pause(100);
      } else if (performance.now() > deadline) return false;
      await pause(25);
    }
    return false;
  };

  const ensure = (): Promise<void> => {
    if (closed) return Promise.resolve();
    attempt ??= start().finally(() => (attempt = undefined));
    return attempt;
  };

  await ensure();
  const watch = setInterval(() => {
    const known = readPostmaster(places);
    if (known !== undefined && isPostgres(known.pid)) return;
    if (attempt === undefined && !closed) log('The embedded database is gone; starting it again.');
    ensure().catch((error: unknown) => log(error instanceof Error ? error.message : String(error)));
  }, WATCH);
  watch.unref();

  return {
    get connection() {
      if (connection === undefined) throw new Error('The database is not open.');
      return connection;
    },
    ensure,
    problem: () => problem,
    stop: async () => {
      closed = true;
      clearInterval(watch);
      await attempt?.catch(() => undefined);
      const last = connection;
      if (last) await underLock(places.lock, async () => stopIfAlone(last, readPostmaster(places)?.pid, name));
    },
  };
}

async function ensureDatabase(connection: Connection): Promise<'ready' | 'refused' | 'starting'> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} template template0`);
    return 'ready';
  } catch (error) {
    // 57P03: starting up or recovering.
    return (error as { code?: string }).code === '57P03' ? 'starting' : 'refused';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopIfAlone(connection: Connection, pid: number | undefined, name: string): Promise<void> {
  if (pid === undefined || !isAlive(pid)) return;
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const others = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1",
      [name],
    );
    if (others.rowCount !== 0) return;
  } catch {
    return;
  } finally {
    await client.end().catch(() => undefined);
  }
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await pause(20);
}
