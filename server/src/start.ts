import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import type { DestinationStream } from 'pino';
import { BatchJobs } from './batches/jobs.ts';
import { doChores } from './chores.ts';
import { judgeInBackground } from './decisions/judge-in-background.ts';
import { startDemo } from './demo/start-demo.ts';
import { EnginePool } from './engine/pool.ts';
import { buildApp, type App } from './http/app.ts';
import type { MarkdownOf } from './export/export-what.ts';
import type { Law } from './http/deps.ts';
import { makeLogger } from './http/logs.ts';
import { makeDeps } from './http/make-deps.ts';
import { makeMetrics } from './http/metrics.ts';
import type { Settings } from './http/settings.ts';
import { openKeys } from './identity/keys.ts';
import { staleRules } from './rulebook/stale.ts';
import { setupToken } from './identity/setup.ts';
import { sealStoredSecrets } from './identity/stored-secrets.ts';
import { pluginsOf } from './plugins.ts';
import { withSecretFiles } from './secret-files.ts';
import { settingsFromEnv } from './settings-from-env.ts';
import { openDatabase } from './store/open-database.ts';

export interface StartOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The data folder. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly law: Law;
  /** Bundled files: the engine's worker, the process of a batch. */
  readonly files: { readonly engineWorker: URL; readonly batchJob: URL };
  readonly workbench?: string;
  /** How a Review is told in Markdown. */
  readonly markdown: MarkdownOf;
  /** Fill an empty database with the invented practice. */
  readonly demo?: boolean;
  readonly settings?: Partial<Settings>;
  readonly logLevel?: string;
  readonly logTo?: DestinationStream;
  /** Tells somebody who waits what happens. */
  readonly say: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  /** Makes the first administrator; undefined when somebody has an account. */
  readonly setupLink: string | undefined;
  /** Accounts of the invented practice; empty without --demo. */
  readonly demoAccounts: NonNullable<Settings['demoAccounts']>;
  readonly app: App;
  /** Takes no more, finishes what is in progress, closes engine and database. */
  close(): Promise<void>;
}

/** Requests in progress get so long to end. */
const GRACE_MS = 20_000;

/** Opens the database, wakes the engine and listens. Throws a StoreError when the database cannot be opened. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { home, law, say, files } = options;
  const env = withSecretFiles(options.env);
  // The address is part of what tokens are checked by, so the port is chosen first.
  const port = options.port === 0 ? await freePort(options.host) : options.port;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const log = makeLogger(options.logLevel ?? 'info', options.logTo);
  say('opening the database …');
  const url = env['DATABASE_URL'] || undefined;
  const database = await openDatabase({ url, folder: home, log: say });
  const closing: (() => Promise<unknown>)[] = [() => database.close()];
  try {
    const keys = openKeys(home, env['INTERSPACE_SECRET_KEY']);
    const lost = await sealStoredSecrets(database.db, keys);
    if (lost > 0)
      say(
        `${lost} accounts cannot sign in: their secrets were sealed with a key that is not here (INTERSPACE_SECRET_KEY, or secret-keys in the data folder).`,
      );
    say('preparing the law …');
    const engine = await new EnginePool({ workerFile: files.engineWorker, settings: await law.load() }).start();
    closing.unshift(() => engine.close());
    const demo = options.demo ? await startDemo(database.db, engine, home, new Date(), say) : undefined;
    const settings = {
      ...settingsFromEnv(env, options.host, port),
      ...(options.workbench === undefined ? {} : { workbench: options.workbench }),
      ...(demo === undefined ? {} : { demoAccounts: demo.accounts, ...plainAdministrators(env) }),
      ...options.settings,
    };
    const metrics = makeMetrics();
    const jobs = new BatchJobs({
      db: database.db,
      connection: database.connection,
      home,
      jobFile: files.batchJob,
      tables: law.tables,
      law: () => engine.settings,
      log: (line) => log.info(line),
    });
    metrics.gauge('interspace_engine_busy', 'Threads that judge.', () => engine.load.busy);
    metrics.gauge('interspace_engine_waiting', 'Questions that wait for a thread.', () => engine.load.waiting);
    metrics.gauge('interspace_engine_answered', 'Questions answered since the start.', () => engine.load.answered);
    metrics.gauge('interspace_engine_replaced', 'Threads that failed and were replaced.', () => engine.load.replaced);
    metrics.gauge('interspace_batches_waiting', 'Claim files that wait or are judged.', () => jobs.waiting);
    const deps = makeDeps({ database, engine, settings, home, keys, law, log, metrics, now: () => new Date() });
    const app = await buildApp(deps, pluginsOf({ jobs, home, markdown: options.markdown }), law.engine);
    closing.unshift(() => jobs.close());
    const stale = (now: Date) => staleRules(engine.settings.library, law.tables, now);
    closing.unshift(doChores(database.db, home, log, stale, settings.keepBatchesDays));
    await jobs.resume();
    const token = await setupToken(database.db, new Date());
    // Described once, now: the second that it takes would make requests wait.
    app.swagger();
    await app.listen({ host: options.host, port });
    closing.unshift(judgeInBackground(database.db, engine, log, demo?.rest));
    closing.unshift(() => stop(app));
    const address = settings.publicUrl;
    return {
      url: address,
      setupLink: token === undefined ? undefined : `${address}/setup?token=${token}`,
      demoAccounts: settings.demoAccounts ?? [],
      app,
      close: async () => closeAll(closing.splice(0)),
    };
  } catch (error) {
    await closeAll(closing.splice(0));
    throw error;
  }
}

/** Passwords of the invented practice stand on its page: a second factor would keep nobody out but who tries it. */
function plainAdministrators(env: StartOptions['env']): Partial<Settings> {
  return env['INTERSPACE_ADMIN_SECOND_FACTOR'] ? {} : { administratorsNeedFactor: false };
}

async function stop(app: App): Promise<void> {
  app.stopTaking();
  const cut = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearTimeout(cut);
}

/** One that fails to close must not keep the others open. */
async function closeAll(closing: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closing) await close().catch(() => undefined);
}

function freePort(host: string): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, host, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
