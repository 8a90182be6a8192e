import type { Command } from 'commander';
import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';

type Verb = (usage: string, about: string, help: string) => Command;

const HELP = `
Starts the practice's server: workbench, HTTP API, claim batches. The database comes with it and lives in the data folder
(INTERSPACE_HOME, else your own); DATABASE_URL names a PostgreSQL of yours instead. The first start prints a link that
makes the first administrator. Nothing is reachable from other machines unless --host says so.

Examples:
  interspace serve
  interspace serve --demo --port 9000            (an invented practice to look around in)
  DATABASE_URL=postgres://interspace:…@db/interspace interspace serve
  INTERSPACE_PUBLIC_URL=https://pain.example interspace serve --host 0.0.0.0     (behind a proxy with TLS)

The API describes itself at /docs; docs/api.md walks from the first start to the first Review; docs/operations.md has the
settings, backups and upgrades.

Exit code: 0 stopped when asked to, 2 could not start.`;

/** `serve`. */
export function addServeVerb(verb: Verb, io: Io, done: (exit: ExitCode) => void): void {
  verb('serve', "the practice's server: workbench, HTTP API, database", HELP)
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '8787')
    .option('--home <folder>', 'data folder; default is INTERSPACE_HOME, else your own')
    .option('--demo', 'an invented practice with 200 patients, in a data folder of its own')
    .option('--without-tls', 'listen on other addresses than this machine without TLS: who listens in reads charts')
    .option('--color', 'colour even when not on a terminal')
    .option('--no-color', 'no colour')
    .action(async (options: object) => {
      const { serve } = await import('./commands/serve.ts');
      done(await serve(options, io));
    });
}
