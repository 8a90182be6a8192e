import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** A copy of the built program, so that somebody who works in the checkout does not change what is tried. */
export function frozenBuild(folder: string): string {
  const house = join(folder, 'house');
  mkdirSync(join(house, 'dist'), { recursive: true });
  for (const part of ['package.json', 'library', 'examples', 'docs'])
    cpSync(join(ROOT, part), join(house, part), { recursive: true, preserveTimestamps: true });
  cpSync(join(ROOT, 'dist'), join(house, 'dist'), {
    recursive: true,
    filter: (path) => !/\.(cjs|code)$/.test(path),
  });
  writeFileSync(
    join(house, 'run.mjs'),
    `import { main } from './dist/cli.mjs';\nprocess.exitCode = await main(process.argv.slice(2));\n`,
  );
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  return house;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** The server as a service manager runs it: started again whenever it ends, until the end of the trial. */
export class Supervised {
  readonly url: string;
  readonly #args: readonly string[];
  readonly #house: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #stopping = false;
  starts = 0;
  output = '';

  constructor(house: string, home: string, port: number, env: NodeJS.ProcessEnv = {}) {
    this.url = `http://127.0.0.1:${port}`;
    this.#house = house;
    this.#args = ['serve', '--home', home, '--port', String(port)];
    this.#env = { ...process.env, DATABASE_URL: '', ...env };
  }

  start(): this {
    this.starts++;
    const child = spawn(process.execPath, [join(this.#house, 'run.mjs'), ...this.#args], {
      cwd: this.#house,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const listen = (text: Buffer): void => void (this.output = (this.output + text.toString()).slice(-20_000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => {
      if (!this.#stopping) setTimeout(() => !this.#stopping && this.start(), 200);
    });
    return this;
  }

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Waits until /health says ready. */
  async ready(limit = 180_000): Promise<number> {
    const begun = performance.now();
    while (performance.now() - begun < limit) {
      const answer = await fetch(`${this.url}/health`, { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
      if (answer?.ok) return performance.now() - begun;
      await pause(50);
    }
    throw new Error(`The server is not ready after ${limit / 1000} s.\n${this.output.slice(-3000)}`);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await Promise.race([ended, pause(40_000)]);
    child.kill('SIGKILL');
  }
}

/** Number of the process of the embedded database. */
export function postmasterOf(home: string): number | undefined {
  try {
    return Number(readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}
