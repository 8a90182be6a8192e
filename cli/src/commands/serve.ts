import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openTables } from '@interspace/library/tables/open-tables';
import { judgingTables } from '@interspace/library/tables/judging-tables';
import { defaultTablesDirectory } from '@interspace/library/tables/directory';
import type { Issue } from '@interspace/core/model/result';
import type { Law } from '@interspace/server/http/deps';
import type { ExitCode } from '../exit.ts';
import { pageWidth, wantsColor, write, type Io } from '../io.ts';
import { issue } from '../issues.ts';
import { loadLibrary } from '../library.ts';
import { reviewAsMarkdown } from '../render/markdown/review.ts';
import { pageOf } from '../render/page.ts';
import { ALL_PARTS } from '../render/text/review.ts';
import { issueAsText } from '../render/issue.ts';
import { styleOf } from '../render/style.ts';
import { projectRoot } from '../root.ts';
import { VERSION } from '../version.ts';

export interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
  readonly home?: string;
  readonly demo?: boolean;
  readonly withoutTls?: boolean;
  readonly color?: boolean;
}

/** `serve`: runs until it is asked to stop. */
export async function serve(options: ServeOptions, io: Io): Promise<ExitCode> {
  const { host = '127.0.0.1', demo = false } = options;
  const port = Number(options.port ?? '8787');
  const refuse = async (issues: readonly Issue[]): Promise<ExitCode> => {
    const style = styleOf(wantsColor(io, options.color, io.stderr));
    for (const found of issues) await write(io.stderr, `${issueAsText(found, style, pageWidth(io))}\n`);
    return 2;
  };
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return refuse([issue('cli/option/invalid', `--port ${options.port}: a number from 0 to 65535.`)]);
  const [{ startServer }, { isLoopbackHost }, { StoreError }] = await Promise.all([
    import('@interspace/server/start'),
    import('@interspace/server/http/loopback'),
    import('@interspace/server/store/store-error'),
  ]);
  const tls = io.env['INTERSPACE_PUBLIC_URL']?.startsWith('https:') === true;
  if (!isLoopbackHost(host) && !tls && options.withoutTls !== true)
    return refuse([
      issue(
        'cli/serve/without-tls',
        `--host ${host} is reachable from other machines, and nothing says that TLS protects it.`,
      ),
    ]);

  const root = projectRoot();
  const own = resolve(options.home ?? dirname(defaultTablesDirectory({ ...io.env })));
  const home = demo && options.home === undefined ? join(own, 'demo') : own;
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  const law = lawOf(root, { ...io.env }, say);
  const first = await loadLibrary();
  if (!first.ok) return refuse(first.issues);
  const workbench = await pageFolder(root, say);
  try {
    const server = await startServer({
      host,
      port,
      home,
      env: io.env,
      law,
      demo,
      files: {
        engineWorker: pathToFileURL(join(root, 'dist', 'engine-worker.mjs')),
        batchJob: pathToFileURL(join(root, 'dist', 'batch-job.mjs')),
      },
      ...(workbench === undefined ? {} : { workbench }),
      markdown: (review, input, title) =>
        reviewAsMarkdown(
          review,
          { source: title, context: input.context },
          pageOf(100, false, input.documents),
          ALL_PARTS,
        ),
      // At a terminal somebody reads: only what is wrong. In a pipe: every request as a line of JSON.
      logLevel: io.env['INTERSPACE_LOG'] ?? (io.stdout.isTTY ? 'warn' : 'info'),
      say,
    });
    say(`Interspace ${VERSION} is ready: ${server.url}   (API: ${server.url}/docs, data: ${home})`);
    if (server.setupLink !== undefined)
      say(`\nNobody has an account yet. Make the first administrator:\n  ${server.setupLink}\n`);
    for (const { login, password, role } of server.demoAccounts) say(`  ${role.padEnd(14)} ${login} / ${password}`);
    const signal = await asked();
    say(`${signal}: finishing what was begun …`);
    await server.close();
    return 0;
  } catch (error) {
    if (error instanceof StoreError) return refuse([error.issue]);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL')
      return refuse([issue('cli/serve/address', `${host}:${port} cannot be listened on (${code}).`)]);
    throw error;
  }
}

/** The page is built when somebody serves it first, or after its sources changed: no other command waits for it. */
async function pageFolder(root: string, say: (line: string) => void): Promise<string | undefined> {
  const script = join(root, 'scripts', 'build-workbench.mjs');
  if (!existsSync(script)) return undefined;
  const { buildWorkbench } = (await import(pathToFileURL(script).href)) as {
    buildWorkbench: (options: { say: (line: string) => void }) => Promise<string>;
  };
  return buildWorkbench({ say });
}

function lawOf(root: string, env: Record<string, string | undefined>, say: (line: string) => void): Law {
  const tables = defaultTablesDirectory(env);
  return {
    root,
    tables,
    engine: VERSION,
    workers: {
      law: pathToFileURL(join(root, 'dist', 'law-worker.mjs')),
      document: pathToFileURL(join(root, 'dist', 'document-worker.mjs')),
      import: pathToFileURL(join(root, 'dist', 'import-worker.mjs')),
    },
    load: async () => {
      const library = await loadLibrary();
      if (!library.ok) throw new Error('the law does not compile any more');
      const opened = judgingTables(openTables(tables), ({ at, message, hint }) =>
        say(`${at}: ${message} ${hint ?? ''}`),
      );
      return { library: library.value, tables: opened.map(({ buffer }) => buffer) };
    },
  };
}

/** Waits for the signal that asks to stop; a second one stops at once. */
function asked(): Promise<NodeJS.Signals> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        process.once(signal, () => process.exit(2));
        stop(signal);
      });
  });
}
