import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The least version that the server works with. */
const LEAST = 15;

/** Folder of the programs of an installed PostgreSQL server, the newest; undefined when there is none of 15 or later. */
export function findPostgresql() {
  const home = '/usr/lib/postgresql';
  if (!existsSync(home)) return undefined;
  const found = readdirSync(home)
    .filter((version) => Number(version) >= LEAST && existsSync(join(home, version, 'bin', 'initdb')))
    .toSorted((one, other) => Number(other) - Number(one))[0];
  return found === undefined ? undefined : join(home, found, 'bin');
}
