import pg from 'pg';

const MOMENT = 1184;
const MOMENT_WITHOUT_ZONE = 1114;
const DAY = 1082;
const LONG = 20;

/** Days stay texts, moments become ISO 8601 in UTC, counts and cents become numbers: never a JS Date with a zone of its own. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DAY) return (text: string) => text;
    if (oid === MOMENT || oid === MOMENT_WITHOUT_ZONE) return (text: string) => new Date(text).toISOString();
    if (oid === LONG) return Number;
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  }) as typeof pg.types.getTypeParser,
};

/** Connections to one database. An idle one that breaks is only dropped: the next request opens another. */
export function makePool(config: pg.PoolConfig, name: string): pg.Pool {
  const pool = new pg.Pool({
    max: 16,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    // Our own clock for a database that hangs and cannot keep its statement_timeout.
    query_timeout: 65_000,
    ...config,
    application_name: name,
    types,
    options:
      '-c search_path=interspace,public -c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000',
  });
  pool.on('error', () => undefined);
  // One that breaks while a request has it fails the request's own query; without this it would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
