import { fileURLToPath } from 'node:url';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { openLibrary } from '@interspace/library/read';
import { EnginePool } from '../engine/pool.ts';
import { buildApp, type App, type Plugin } from '../http/app.ts';
import type { Deps } from '../http/deps.ts';
import { makeLogger } from '../http/logs.ts';
import { makeMetrics } from '../http/metrics.ts';
import { SETTINGS } from '../http/settings.ts';
import { Keys } from '../identity/keys.ts';
import type { Actor } from '../store/actor.ts';
import type { OpenDatabase } from '../store/open-database.ts';
import { engineWorkerFile } from './engine-worker.fixture.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const NOBODY = new URL('file:///nothing');

export interface TestApi {
  readonly app: App;
  readonly engine: EnginePool;
  /** Asks as somebody, without signing in. */
  readonly ask: (
    actor: Actor | undefined,
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

/** Routes on a database with the real law and one thread of the engine; a header says who asks. */
export async function testApi(
  database: OpenDatabase,
  plugins: readonly Plugin[],
  more: Partial<Deps> = {},
): Promise<TestApi> {
  const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
  const engine = await new EnginePool({
    workerFile: await engineWorkerFile(),
    settings: { library, tables: [] },
    size: 1,
  }).start();
  const known = new Map<string, Actor>();
  const deps: Deps = {
    database,
    engine,
    settings: { ...SETTINGS },
    home: '',
    keys: new Keys(['an invented key of an invented server']),
    law: {
      root: ROOT,
      tables: '',
      load: async () => engine.settings,
      workers: { law: NOBODY, document: NOBODY, import: NOBODY },
      engine: 'test',
    },
    log: makeLogger('silent'),
    metrics: makeMetrics(),
    now: () => new Date(),
    identify: async ({ headers }) => {
      const actor = known.get(String(headers['x-test-actor']));
      if (actor === undefined || actor.role === 'system' || actor.kind === 'system') return undefined;
      return { ...actor, kind: actor.kind, role: actor.role, login: actor.name, practiceName: 'Example Pain Practice' };
    },
    forgetCallers: () => undefined,
    ...more,
  };
  const app = await buildApp(deps, plugins);
  return {
    app,
    engine,
    ask: async (actor, method, url, body, headers = {}) => {
      if (actor) known.set(actor.id, actor);
      return app.inject({
        method,
        url,
        headers: { ...headers, ...(actor ? { 'x-test-actor': actor.id } : {}) },
        ...(body === undefined ? {} : { payload: body as object }),
      });
    },
    close: async () => {
      await app.close();
      await engine.close();
    },
  };
}
