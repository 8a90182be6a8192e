import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from '../testing/database.fixture.ts';

test('docs/reference/database.md names every table that there is', async () => {
  const open = await freshDatabase();
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'interspace'::regnamespace and relkind = 'r' and relname not like 'kysely%'`.execute(open.db);
  await open.close();
  const page = readFileSync(new URL('../../../docs/reference/database.md', import.meta.url), 'utf8');
  const named = new Set([...page.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(rows.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
}, 120_000);
