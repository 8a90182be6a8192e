import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { issue } from '../../issues.ts';
import { StoreError } from '../store-error.ts';
import type { Binaries } from './binaries.ts';
import type { Places } from './places.ts';

/** A PostgreSQL that runs, by what it wrote about itself. */
export interface Postmaster {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
}

export const OWNER = 'interspace';

const SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  cluster_name: 'interspace',
  log_min_messages: 'log',
  log_checkpoints: 'off',
  // The log may not tell what is in the rows: no error of a query (it quotes values), no statement.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** Makes the cluster, whole or not at all. */
export function createCluster(
  { initdb }: Binaries,
  { data, home, user, password }: Places,
  more: readonly string[] = [],
): void {
  if (existsSync(data)) return;
  const half = `${data}.new`;
  rmSync(half, { recursive: true, force: true });
  const secret = join(home, `secret.${process.pid}`);
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(secret, user.uid, user.gid);
  try {
    const done = spawnSync(
      initdb,
      [
        `--pgdata=${half}`,
        `--username=${OWNER}`,
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-locale',
        '--no-instructions',
        ...more,
      ],
      { ...user, cwd: home, encoding: 'utf8', timeout: 120_000, env: environment() },
    );
    if (done.status !== 0) throw notStarted(`initdb: ${lastWords(done.stderr ?? String(done.error))}`);
    renameSync(half, data);
  } finally {
    rmSync(secret, { force: true });
  }
}

/** Starts PostgreSQL as a process of its own: it outlives us, and `Ctrl+C` in our terminal does not reach it. */
export async function startPostmaster(
  { postgres }: Binaries,
  places: Places,
  more: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const { data, home, log, socket, user } = places;
  const port = socket === undefined ? await freePort() : 5432;
  const where =
    socket === undefined
      ? { listen_addresses: '127.0.0.1' }
      : { listen_addresses: '', unix_socket_directories: socket, unix_socket_permissions: '0700' };
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 8 << 20) renameSync(log, `${log}.1`);
  const out = openSync(log, 'a', 0o600);
  try {
    const settings = Object.entries({ ...SETTINGS, ...where, ...more }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const child = spawn(postgres, ['-D', data, '-p', String(port), ...settings], {
      ...user,
      cwd: home,
      detached: true,
      stdio: ['ignore', out, out],
      env: environment(),
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(out);
  }
}

/** What `postmaster.pid` says: number, folder, start, port, socket, address. Undefined while it is half written. */
export function readPostmaster({ data }: Places): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, , , port, socket, address] = lines;
  const host = socket || address;
  return pid && port && host ? { pid: Number(pid), port: Number(port), host: host.trim() } : undefined;
}

export function notStarted(reason: string): StoreError {
  return new StoreError(issue('server/store/not-started', `The embedded database did not start. ${reason}`));
}

/** The end of the log of PostgreSQL, for the message that it did not start. */
export function lastWords(text: string): string {
  return text
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|could not|cannot/i.test(line))
    .slice(-3)
    .join(' ')
    .slice(0, 600);
}

/** Nothing of the caller's own PostgreSQL settings may leak into ours. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^PG|^LC_|^LANG/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
