import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Role } from '../../server/src/contract/roles.ts';
import type { Session } from '../../server/src/contract/session.ts';
import { root } from '../../scripts/paths.mjs';

export interface Served {
  readonly url: string;
  readonly accounts: NonNullable<Session['demo']>;
  readonly accountOf: (role: Role) => { readonly login: string; readonly password: string; readonly name: string };
}

let running: Promise<Served> | undefined;

/** The real server with its real database and the invented practice, started once for all tests of a process. */
export function served(): Promise<Served> {
  running ??= start();
  return running;
}

async function start(): Promise<Served> {
  // A demo that runs already, for somebody who works on the tests.
  const url = process.env['INTERSPACE_E2E_URL'] ?? (await startServer());
  const session = (await (await fetch(`${url}/api/session`)).json()) as Session;
  const accounts = session.demo ?? [];
  return {
    url,
    accounts,
    accountOf: (role) => {
      const found = accounts.find((one) => one.role === role);
      if (!found) throw new Error(`the demo has no ${role}`);
      return found;
    },
  };
}

/** A practice in which nobody has an account yet, and the link by which the first one is made. */
export async function servedEmpty(): Promise<{ url: string; link: string; stop: () => void }> {
  const { found, stop } = await started(['empty'], /(http:\S+)\/setup\?token=\S+/);
  return { url: found[1] as string, link: found[0], stop };
}

async function startServer(): Promise<string> {
  const { found } = await started([], /is ready: (http:\S+)/);
  return found[1] as string;
}

function started(words: readonly string[], awaited: RegExp): Promise<{ found: RegExpExecArray; stop: () => void }> {
  const child = spawn(process.execPath, [join(root, 'workbench', 'e2e', 'serve-until-closed.mjs'), ...words], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  // The pipe ends with this process, and the server with the pipe; neither keeps the tests waiting.
  child.unref();
  (child.stderr as unknown as { unref(): void }).unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return new Promise((done, failed) => {
    let said = '';
    const timer = setTimeout(() => failed(new Error(`the server did not start in time:\n${said}`)), 180_000);
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      said += text;
      const found = awaited.exec(said);
      if (!found) return;
      clearTimeout(timer);
      done({ found, stop: () => child.stdin.end() });
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`the server ended with ${code}:\n${said}`));
    });
  });
}
