import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresql } from '../../../scripts/find-postgresql.mjs';
import { binaries, type Binaries } from '../store/embedded/binaries.ts';
import { placesFor, type Places } from '../store/embedded/places.ts';
import { createCluster, OWNER, readPostmaster, startPostmaster } from '../store/embedded/postmaster.ts';

/** The PostgreSQL that comes with us, or one that the machine has, as a practice would. */
export type Kind = 'embedded' | 'server';

export interface TestCluster {
  readonly kind: Kind;
  /** Address of a database of the cluster, as the account that owns our tables. */
  readonly url: (database: string) => string;
  /** Runs a statement as the cluster's own administrator. */
  readonly administer: (statement: string) => Promise<void>;
}

const started = new Map<Kind, Promise<TestCluster>>();

/** Kinds that this machine can show; the second needs an installed PostgreSQL (Debian: apt-get install postgresql). */
export function kinds(): Kind[] {
  return serverPrograms() === undefined ? ['embedded'] : ['embedded', 'server'];
}

/** One cluster a process, started when the first test asks for it and gone with the process. */
export function cluster(kind: Kind): Promise<TestCluster> {
  const known = started.get(kind) ?? startCluster(kind);
  started.set(kind, known);
  return known;
}

async function startCluster(kind: Kind): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), `interspace-test-`));
  const places = placesFor(folder, () => undefined);
  const programs = kind === 'embedded' ? binaries(places.user, places.shared) : serverPrograms();
  if (programs === undefined) throw new Error('No PostgreSQL is installed on this machine.');
  // Nothing of a test needs to outlive a power cut.
  createCluster(programs, places, ['--no-sync']);
  const child = await startPostmaster(programs, places, {
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '120',
  });
  buryWith(process.pid, child.pid, folder);
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ ...where(places), user: OWNER, password: places.password, database: 'postgres' });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await answers(administer);
  // A server of the practice gives us an account that is no superuser.
  const owner = kind === 'embedded' ? OWNER : 'practice_owner';
  const password = kind === 'embedded' ? places.password : 'not-a-secret';
  if (kind === 'server') await administer(`create role ${owner} login createrole createdb password '${password}'`);
  return {
    kind,
    administer,
    url: (database) => {
      const { host, port } = where(places);
      return `postgres://${owner}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
    },
  };
}

function where(places: Places): { host: string; port: number } {
  const { host, port } = readPostmaster(places) ?? { host: '', port: 0 };
  return { host, port };
}

async function answers(administer: (statement: string) => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++)
    try {
      return await administer('select 1');
    } catch (error) {
      if (attempt === 600) throw error;
      await pause(50);
    }
}

/** A test runner may end its workers without a word: somebody outside has to clear up. */
function buryWith(owner: number, postmaster: number | undefined, folder: string): void {
  if (process.platform === 'win32' || postmaster === undefined) return;
  const script = 'while kill -0 "$1" 2>/dev/null; do sleep 0.5; done; kill -QUIT "$2"; sleep 0.5; rm -rf "$3"';
  spawn('/bin/sh', ['-c', script, 'sh', String(owner), String(postmaster), folder], {
    detached: true,
    stdio: 'ignore',
  }).unref();
}

function serverPrograms(): Binaries | undefined {
  const folder = findPostgresql();
  return folder === undefined ? undefined : { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}
