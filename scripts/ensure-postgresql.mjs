// The server's tests run a second time against a PostgreSQL that was installed, not brought along. In CI, as root on a Debian,
// it is installed when there is none; everywhere else that second run is left out, and it is said.
import { spawnSync } from 'node:child_process';
import { findPostgresql } from './find-postgresql.mjs';

const isRoot = process.getuid?.() === 0;
const before = findPostgresql();
if (before === undefined && process.env.CI && isRoot) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
  ])
    spawnSync('apt-get', args, { env, encoding: 'utf8', timeout: 10 * 60_000 });
}
const found = findPostgresql();
console.log(
  found === undefined
    ? 'None of version 15 or later is installed (Debian: apt-get install postgresql): the server was tried on the embedded one only.'
    : `${found}${before === undefined ? ' (installed now)' : ''}`,
);
