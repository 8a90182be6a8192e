import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Writable } from 'node:stream';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Library } from '@interspace/core/model/library';
import { openLibrary } from '@interspace/library/read';
import { BatchJobs } from '../batches/jobs.ts';
import { CSRF_HEADER, SESSION_COOKIE } from '../contract/common.ts';
import type { Role } from '../contract/roles.ts';
import { EnginePool } from '../engine/pool.ts';
import { buildApp, type App, type Plugin } from '../http/app.ts';
import type { Deps, Law } from '../http/deps.ts';
import { makeDeps } from '../http/make-deps.ts';
import { makeLogger } from '../http/logs.ts';
import { makeMetrics } from '../http/metrics.ts';
import { SETTINGS, type Settings } from '../http/settings.ts';
import { openKeys } from '../identity/keys.ts';
import { hashPassword } from '../identity/passwords.ts';
import { issueToken } from '../identity/tokens.ts';
import { PERMISSIONS } from '../contract/roles.ts';
import { pluginsOf } from '../plugins.ts';
import { asSystem } from '../store/in-practice.ts';
import { bundledFile } from './bundled-file.fixture.ts';
import { addPractice, freshDatabase, type TestDatabase, type TestPractice } from './database.fixture.ts';
import { engineWorkerFile } from './engine-worker.fixture.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const PASSWORD = 'four invented words here';

export interface Person {
  readonly headers: Readonly<Record<string, string>>;
  readonly ask: (method: Method, url: string, body?: unknown, headers?: Headers) => Promise<LightMyRequestResponse>;
}
type Method = NonNullable<InjectOptions['method']>;
type Headers = Readonly<Record<string, string>>;

export interface WholeServer {
  readonly app: App;
  readonly deps: Deps;
  readonly database: TestDatabase;
  readonly home: string;
  /** Everything that was logged so far. */
  readonly log: () => string;
  /** Moves the clock. */
  readonly later: (ms: number) => void;
  readonly ask: (method: Method, url: string, body?: unknown, headers?: Headers) => Promise<LightMyRequestResponse>;
  /** Signs in as the person of that role; a program gets a token. */
  readonly signedIn: (practice: TestPractice, role: Role) => Promise<Person>;
  readonly close: () => Promise<void>;
}

/** The server as `serve` makes it, with its own identity and all routes, on an empty database. */
export async function wholeServer(
  settings: Partial<Settings> = {},
  further: readonly Plugin[] = [],
  lawOf: (law: Law, engine: EnginePool) => Law = (law) => law,
): Promise<WholeServer> {
  const database = await freshDatabase();
  const home = mkdtempSync(join(tmpdir(), 'interspace-home-'));
  library ??= openLibrary(join(ROOT, 'library')).library;
  const workerFile = await engineWorkerFile();
  const engine = await new EnginePool({ workerFile, settings: { library, tables: [] }, size: 1 }).start();
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  let moved = 0;
  const jobs = new BatchJobs({
    db: database.db,
    connection: database.connection,
    home,
    jobFile: await bundledFile('batch-job', 'server/src/batches/job-main.ts'),
    tables: home,
    law: () => engine.settings,
    log: (line) => void lines.push(line),
  });
  const deps = makeDeps({
    database,
    engine,
    settings: {
      ...SETTINGS,
      failureRate: { most: 10_000, seconds: 1 },
      anonymousRate: { most: 100_000, seconds: 1 },
      ...settings,
    },
    home,
    keys: openKeys(home, undefined),
    law: lawOf(
      {
        root: ROOT,
        tables: join(home, 'tables'),
        load: async () => engine.settings,
        workers: {
          law: await bundledFile('law-worker', 'server/src/aside/law-main.ts'),
          document: await bundledFile('document-worker', 'server/src/aside/document-main.ts'),
          import: await bundledFile('import-worker', 'server/src/aside/import-main.ts'),
        },
        engine: 'test',
      },
      engine,
    ),
    log: makeLogger('trace', sink),
    metrics: makeMetrics(),
    now: () => new Date(Date.now() + moved),
  });
  const app = await buildApp(deps, [...pluginsOf({ jobs, home, markdown: () => 'a review' }), ...further]);
  const ask: WholeServer['ask'] = async (method, url, body, headers = {}) =>
    app.inject({ method, url, headers: { ...headers }, ...(body === undefined ? {} : { payload: body as object }) });
  return {
    app,
    deps,
    database,
    home,
    log: () => lines.join(''),
    later: (ms) => {
      moved += ms;
      deps.forgetCallers();
    },
    ask,
    signedIn: async ({ actors }, role) => {
      const actor = actors[role];
      const headers =
        role === 'service'
          ? { authorization: `Bearer ${await issueToken(deps, actor, [...PERMISSIONS.service])}` }
          : await session(deps, ask, actor.id);
      return { headers, ask: async (method, url, body, more) => ask(method, url, body, { ...headers, ...more }) };
    },
    close: async () => {
      await app.close();
      await jobs.close();
      await engine.close();
      await database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

let hashed: Promise<string> | undefined;
/** Compiled once for all files of a test process. */
let library: Library | undefined;

async function session(deps: Deps, ask: WholeServer['ask'], id: string): Promise<Record<string, string>> {
  hashed ??= hashPassword(PASSWORD);
  const password_hash = await hashed;
  const { login } = await asSystem(deps.database.db, async (tx) =>
    tx.updateTable('accounts').set({ password_hash }).where('id', '=', id).returning('login').executeTakeFirstOrThrow(),
  );
  return cookieOf(await ask('POST', '/api/sign-in', { login, password: PASSWORD }));
}

/** Cookie and proof of an answer that signed somebody in. */
export function cookieOf(answer: LightMyRequestResponse): Record<string, string> {
  const cookie = answer.cookies.find(({ name }) => name.endsWith(SESSION_COOKIE));
  const { csrf } = answer.json<{ csrf?: string }>();
  if (cookie === undefined || csrf === undefined) throw new Error(`nobody was signed in: ${answer.statusCode}`);
  return { cookie: `${cookie.name}=${cookie.value}`, [CSRF_HEADER]: csrf };
}

export { addPractice };
