import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLibrary } from '@interspace/library/read';
import { startServer, type RunningServer, type StartOptions } from './start.ts';
import { bundledFile } from './testing/bundled-file.fixture.ts';
import { bareDatabase } from './testing/database.fixture.ts';
import { engineWorkerFile } from './testing/engine-worker.fixture.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'interspace-start-'));
let options: StartOptions;
const running: RunningServer[] = [];

beforeAll(async () => {
  const { library } = openLibrary(join(root, 'library'));
  const nothing = new URL('file:///nothing');
  options = {
    host: '127.0.0.1',
    port: 0,
    home,
    env: { DATABASE_URL: await bareDatabase() },
    law: {
      root,
      tables: join(home, 'tables'),
      engine: 'test',
      load: async () => ({ library, tables: [] }),
      workers: { law: nothing, document: nothing, import: nothing },
    },
    files: {
      engineWorker: await engineWorkerFile(),
      batchJob: await bundledFile('batch-job', 'server/src/batches/job-main.ts'),
    },
    markdown: () => '',
    logLevel: 'silent',
    say: () => undefined,
  };
}, 60_000);
afterAll(async () => {
  for (const server of running) await server.close();
  rmSync(home, { recursive: true, force: true });
});

const start = async (more: Partial<StartOptions> = {}): Promise<RunningServer> => {
  const server = await startServer({ ...options, ...more });
  running.push(server);
  return server;
};
const post = async (url: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });

it('starts on an empty database, is ready, keeps what it was told, and starts again', async () => {
  const first = await start();
  expect((await fetch(`${first.url}/health`)).status).toBe(200);
  const token = new URL(first.setupLink ?? '').searchParams.get('token');
  const person = { practice: 'Example', name: 'Testina Admin', login: 'admin', password: 'four invented words here' };
  expect((await post(`${first.url}/api/setup`, { token, ...person })).status).toBe(204);
  await first.close();
  await expect(fetch(`${first.url}/health`, { signal: AbortSignal.timeout(2000) })).rejects.toThrow();
  const second = await start();
  expect(second.setupLink).toBeUndefined();
  const { login, password } = person;
  expect((await post(`${second.url}/api/sign-in`, { login, password })).status).toBe(200);
  await second.close();
}, 60_000);

it('a link of an earlier start is no longer good', async () => {
  const env = { DATABASE_URL: await bareDatabase() };
  const first = await start({ env });
  await first.close();
  const second = await start({ env });
  const token = new URL(first.setupLink ?? '').searchParams.get('token');
  const person = { practice: 'Example', name: 'T', login: 'admin', password: 'four invented words here' };
  expect((await post(`${second.url}/api/setup`, { token, ...person })).status).toBe(403);
  await second.close();
}, 60_000);

it('that cannot start leaves nothing running', async () => {
  const holder = await start({ env: { DATABASE_URL: await bareDatabase() } });
  const port = Number(new URL(holder.url).port);
  await expect(startServer({ ...options, port, env: { DATABASE_URL: await bareDatabase() } })).rejects.toThrow(
    /EADDRINUSE/,
  );
  await expect(startServer({ ...options, env: { DATABASE_URL: 'postgres://127.0.0.1:1/none' } })).rejects.toThrow();
  expect((await fetch(`${holder.url}/health`)).status).toBe(200);
  await holder.close();
}, 60_000);
