import pg from 'pg';
import type { PoolConfig } from 'pg';
import { issue } from '../issues.ts';
import { StoreError } from './store-error.ts';

const OLDEST = 15;

/** Looks whether a server database can be reached, is new enough and lets us make tables and roles. */
export async function checkServer(connection: PoolConfig): Promise<void> {
  const client = await connect(connection);
  client.on('error', () => undefined);
  try {
    const { rows } = await client.query<{ version: number; may: boolean; roles: boolean }>(
      `select current_setting('server_version_num')::int / 10000 as version,
              has_database_privilege(current_database(), 'CREATE') as may,
              (select rolsuper or rolcreaterole from pg_roles where rolname = current_user)
                or (select count(*) = 2 from pg_roles
                    where rolname in ('interspace_app', 'interspace_system')
                      and pg_has_role(current_user, oid, 'MEMBER')) as roles`,
    );
    const [found] = rows;
    if (found === undefined || found.version < OLDEST)
      throw new StoreError(
        issue(
          'server/store/too-old',
          `The database is PostgreSQL ${found?.version ?? 'of unknown version'}; ${OLDEST} is needed at least.`,
        ),
      );
    if (!found.may || !found.roles)
      throw new StoreError(
        issue(
          'server/store/no-rights',
          `The account of DATABASE_URL may not ${found.may ? 'create roles' : 'create schemas in this database'}.`,
        ),
      );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connect(connection: PoolConfig): Promise<pg.Client> {
  try {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (cause) {
    const { code, message } = cause as { code?: string; message?: string };
    const refused = code === '28P01' || code === '28000' || code === '3D000';
    throw new StoreError(
      refused
        ? issue(
            'server/store/refused',
            `The database refuses us: ${code === '3D000' ? 'there is no database of that name' : 'name or password is wrong'}.`,
          )
        : issue(
            'server/store/unreachable',
            `The database of DATABASE_URL cannot be reached (${code ?? message ?? 'no reason given'}).`,
          ),
      { cause },
    );
  }
}
