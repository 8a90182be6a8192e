import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A server of our own started as a user starts it, in a data folder that is thrown away. */
export interface Server {
  readonly url: string;
  readonly process: ChildProcess;
  readonly home: string;
  /** Headers of a signed-in administrator, and of a program that may review and send claims. */
  readonly administrator: Readonly<Record<string, string>>;
  readonly program: () => Promise<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const PASSWORD = 'an invented long password';

/** `databaseUrl`: a PostgreSQL of yours; without one the embedded one. */
export async function startServer(databaseUrl?: string): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'interspace-load-'));
  const child = spawn(process.execPath, [join(root, 'bin', 'interspace.mjs'), 'serve', '--port', '0', '--home', home], {
    cwd: root,
    env: {
      ...process.env,
      INTERSPACE_LOG: 'warn',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [url, token] = await until(() => {
    const [, address, setup] = /^ {2}(http:\/\/\S+)\/setup\?token=(\S+)/m.exec(said) ?? [];
    if (child.exitCode !== null) throw new Error(`the server ended:\n${said}`);
    return address === undefined || setup === undefined ? undefined : [address, setup];
  }, 120_000);
  const json = { 'content-type': 'application/json' };
  const setup = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({
      token,
      practice: 'Example Load Practice',
      name: 'Testina Load',
      login: 'load',
      password: PASSWORD,
    }),
  });
  if (!setup.ok) throw new Error(`the first administrator was not made: ${setup.status}`);
  const signedIn = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ login: 'load', password: PASSWORD }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const session = (await signedIn.json()) as { csrf?: string };
  const administrator = { ...json, cookie, 'x-interspace-csrf': session.csrf ?? '' };
  const made = await fetch(`${url}/api/clients`, {
    method: 'POST',
    headers: administrator,
    body: JSON.stringify({ name: 'Example EHR' }),
  });
  const client = (await made.json()) as { clientId: string; secret?: string };
  if (!made.ok || client.secret === undefined) throw new Error(`no client was made: ${made.status}`);
  const secret = client.secret;
  return {
    url,
    process: child,
    home,
    administrator,
    program: async () => {
      const answer = await fetch(`${url}/oauth/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: client.clientId,
          client_secret: secret,
        }),
      });
      const { access_token } = (await answer.json()) as { access_token: string };
      return { authorization: `Bearer ${access_token}` };
    },
    stop: async () => {
      const ended = new Promise((gone) => child.once('exit', gone));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(late);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function until<T>(look: () => T | undefined, ms: number): Promise<T> {
  for (const end = performance.now() + ms; performance.now() < end;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error('the server did not become ready in time');
}
