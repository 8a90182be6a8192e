import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { issue } from '../issues.ts';
import { MIGRATIONS } from './migrations/register.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';
import { storeTrouble } from './trouble.ts';

export const SCHEMA = 'interspace';

/** Brings the tables to the newest version, or to `last`; everything or nothing. Answers which steps were taken. */
export async function migrate(db: Kysely<Tables>, last?: string): Promise<string[]> {
  const migrator = new Migrator({
    db,
    migrationTableSchema: SCHEMA,
    provider: { getMigrations: async () => Object.fromEntries(Object.entries(MIGRATIONS).map(asMigration)) },
  });
  const { error, results = [] } =
    last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last);
  if (error === undefined) return results.map(({ migrationName }) => migrationName);
  if (storeTrouble(error)) throw error;
  const step = results.find(({ status }) => status === 'Error')?.migrationName;
  const reason = error instanceof Error ? error.message : 'no reason given';
  if (/corrupted migrations/.test(reason))
    throw new StoreError(
      issue('server/store/newer', 'The database was made by a newer version of this program; it was not touched.'),
      { cause: error },
    );
  throw new StoreError(
    issue(
      'server/store/migration',
      `The tables could not be brought up to date (${step ?? 'before the first step'}): ${reason}`,
    ),
    { cause: error },
  );
}

function asMigration([name, text]: readonly [string, string]): [string, Migration] {
  return [name, { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) }];
}
