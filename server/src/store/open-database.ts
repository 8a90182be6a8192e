import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type { PoolConfig } from 'pg';
import { issue } from '../issues.ts';
import { openEmbedded, type Embedded } from './embedded/embedded.ts';
import { hasEmbedded } from './embedded/places.ts';
import { migrate } from './migrate.ts';
import { makePool } from './pool.ts';
import { checkServer } from './server-database.ts';
import { StoreError } from './store-error.ts';
import { storeTrouble } from './trouble.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export interface OpenDatabase {
  readonly db: Database;
  readonly kind: 'embedded' | 'server';
  /** How another process or a COPY of this one reaches the same database. */
  readonly connection: () => PoolConfig;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** A PostgreSQL of the practice, `postgres://…`; without it an embedded one in `<folder>/postgres`. */
  readonly url?: string | undefined;
  readonly folder: string;
  readonly log: (line: string) => void;
  /** Without: bring the tables up to date. The command line only looks. */
  readonly migrate?: boolean;
  /** Only what is there already; nothing is made. */
  readonly existing?: boolean;
}

let opened = 0;

/** Opens the database and brings its tables up to date. Throws a StoreError whose Issue says what to do. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { url, folder, log, migrate: wanted = true, existing = false } = options;
  if (url === undefined && existing && !hasEmbedded(folder))
    throw new StoreError(issue('server/store/none', `There is no database in ${folder}.`));
  const name = `interspace ${process.pid}.${++opened}`;
  const embedded = url === undefined ? await openEmbedded(folder, name, log) : undefined;
  const connection = (): PoolConfig => (embedded ? { ...embedded.connection } : { connectionString: url });
  if (!embedded) await checkServer(connection());
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: async () => livingPool(connection, name, embedded) }),
  });
  try {
    if (wanted) await migrate(db);
  } catch (error) {
    await db.destroy();
    await embedded?.stop();
    throw error;
  }
  return {
    db,
    kind: embedded ? 'embedded' : 'server',
    connection,
    close: async () => {
      await db.destroy();
      await embedded?.stop();
    },
  };
}

/** A request waits so long for a database that is being started; then it is told to come again. */
const PATIENCE_MS = 1500;

async function comesBack(embedded: Embedded): Promise<void> {
  const back = await Promise.race([embedded.ensure().then(() => true), pause(PATIENCE_MS, false, { ref: false })]);
  if (!back) throw new StoreError(embedded.problem() ?? issue('server/store/away'));
}

/** A pool that survives its database: a failing connection starts the embedded one again and tries once more. */
function livingPool(connection: () => PoolConfig, name: string, embedded: Embedded | undefined) {
  const config = JSON.stringify(connection());
  let pool = makePool(connection(), name);
  return {
    connect: async () => {
      try {
        return await pool.connect();
      } catch (error) {
        if (!embedded || storeTrouble(error) === undefined) throw error;
        await comesBack(embedded);
        // Where there are no sockets a new start may mean a new port.
        if (JSON.stringify(connection()) !== config) pool = makePool(connection(), name);
        return await pool.connect();
      }
    },
    end: async () => pool.end(),
  };
}
