import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { issue } from '../../issues.ts';
import { StoreError } from '../store-error.ts';

/** The operating system's account that PostgreSQL runs as, when it cannot be ours. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres` or `interspace`, which is made when neither is there. */
export function osUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp('postgres') ?? lookUp('interspace');
  if (known) return known;
  for (const [command, ...flags] of [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'interspace'],
    ['adduser', '-S', '-D', '-H', 'interspace'],
  ] as const) {
    spawnSync(command, flags, { timeout: 10_000, stdio: 'ignore' });
    const made = lookUp('interspace');
    if (made) return made;
  }
  throw new StoreError(
    issue(
      'server/store/root',
      'The server runs as root, PostgreSQL must not, and no other account could be made for it.',
    ),
  );
}

/** Whether that account can walk into a folder or run a file. */
export function reaches(user: OsUser, path: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
    uid: user.uid,
    gid: user.gid,
    timeout: 10_000,
    stdio: 'ignore',
    cwd: '/',
  });
  return status === 0;
}

function lookUp(name: string): OsUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
